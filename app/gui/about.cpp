#include "app/gui/about.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace lipwright::app {
namespace {

struct About {
    Q_DECLARE_TR_FUNCTIONS(About)
};

void showText(QWidget& window, const QString& title, const QString& text) {
    auto* box = new QMessageBox(QMessageBox::Information, title, text, QMessageBox::Close, &window);
    box->setTextFormat(Qt::RichText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}  // namespace

void showAbout(QWidget& window) {
    showText(window, About::tr("About Lipwright"),
             About::tr("<h3>Lipwright %1</h3><p>An editor for lip-sync dubbing.</p>"
                       "<p>Free software under the GNU General Public License, version 3 or "
                       "later.</p>")
                 .arg(QCoreApplication::applicationVersion()));
}

void showIntendedUse(QWidget& window) {
    showText(window, About::tr("What Lipwright is for"),
             About::tr("<p>Lipwright matches the mouths of actors to a translation of what they "
                       "said, with their consent.</p><p>It is not for putting words into the "
                       "mouth of someone who did not agree to it. Every export names what was "
                       "changed and who agreed.</p>"));
}

}  // namespace lipwright::app
