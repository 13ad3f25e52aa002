// lipwright: the editor.
#include "app/gui/mainwindow.h"
#include "app/gui/preferencesflow.h"
#include "app/gui/settings.h"
#include "app/gui/translation.h"
#include "app/session/editor.h"
#include "engine/models/manifest.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

namespace {

using namespace lipwright;

struct Arguments {
    QStringList files;
    bool sample = false;
};

Arguments parse(const QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "An editor for lip-sync dubbing."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({"sample", QCoreApplication::translate("main", "Open the bundled sample.")});
    parser.addPositionalArgument(
        "files", QCoreApplication::translate("main", "A project, or a film and its voices."),
        "[files…]");
    parser.process(application);
    return {parser.positionalArguments(), parser.isSet("sample")};
}

}  // namespace

int main(int count, char** values) {
    QApplication application(count, values);
    QApplication::setApplicationName(QStringLiteral("lipwright"));
    QApplication::setApplicationDisplayName(QStringLiteral("Lipwright"));
    QApplication::setOrganizationName(QStringLiteral("lipwright"));
    QApplication::setApplicationVersion(QStringLiteral(LIPWRIGHT_VERSION));
    app::Settings settings(std::make_unique<QSettings>());
    const widgets::Preferences preferences = settings.preferences();
    app::Translation translation(application, preferences.language);
    const Arguments arguments = parse(application);
    widgets::applyTheme(application, preferences.theme);

    const auto models =
        models::ModelLibrary::findFolder(QApplication::applicationFilePath().toStdString());
    if (!models) {
        QMessageBox::critical(nullptr, QStringLiteral("Lipwright"),
                              QString::fromStdString(models.error().text()));
        return 1;
    }
    app::Editor editor(
        {*models, app::PreferencesFlow::cacheFolder(preferences),
         (QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/autosave")
             .toStdString()});
    app::MainWindow window(editor, settings);
    window.show();
    window.offerRecovery();
    if (arguments.sample) {
        window.openSample();
    } else if (!arguments.files.isEmpty()) {
        window.openFiles(arguments.files);
    }
    return QApplication::exec();
}
