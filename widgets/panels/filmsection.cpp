#include "widgets/panels/filmsection_p.h"
#include "widgets/panels/themedicon_p.h"
#include "widgets/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lipwright::widgets {

FilmSection::FilmSection(QWidget* parent)
    : Card(parent),
      m_name(new QLabel(this)),
      m_format(new QLabel(this)),
      m_notes(new QVBoxLayout),
      m_import(new QPushButton(tr("Import film…"), this)),
      m_relink(new QPushButton(tr("Relink…"), this)) {
    m_name->setObjectName(QStringLiteral("filmName"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont bold(m_name->font());
    bold.setBold(true);
    m_name->setFont(bold);
    m_format->setEnabled(false);
    m_format->setWordWrap(true);
    m_import->setObjectName(QStringLiteral("importFilm"));
    m_relink->setObjectName(QStringLiteral("relink"));
    setThemedIcon(m_import, QStringLiteral("import-film"));
    setThemedIcon(m_relink, QStringLiteral("search"));
    connect(m_import, &QPushButton::clicked, this, &FilmSection::importRequested);
    connect(m_relink, &QPushButton::clicked, this, &FilmSection::relinkRequested);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_name);
    layout->addWidget(m_format);
    layout->addLayout(m_notes);
    layout->addWidget(m_import, 0, Qt::AlignLeft);
    layout->addWidget(m_relink, 0, Qt::AlignLeft);
    setFilm({});
}

void FilmSection::setFilm(const FilmSummary& film) {
    const bool none = film.name.isEmpty();
    m_name->setText(none ? tr("No film yet") : film.name);
    m_name->setToolTip(film.path);
    m_format->setText(none ? tr("Drop a film here or import one.") : film.format);
    m_format->setVisible(!m_format->text().isEmpty());
    m_import->setVisible(none);
    m_relink->setVisible(film.missing);
    while (QLayoutItem* item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (film.missing) {
        addNote(tr("The file is not where it was."));
    }
    for (const QString& note : film.notes) {
        addNote(note);
    }
}

void FilmSection::addNote(const QString& text) {
    auto* row = new QWidget(this);
    auto* sign = new QLabel(row);
    sign->setPixmap(icon(QStringLiteral("warning")).pixmap(QSize(16, 16), devicePixelRatio()));
    auto* words = new QLabel(text, row);
    words->setObjectName(QStringLiteral("filmNote"));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    m_notes->addWidget(row);
}

}  // namespace lipwright::widgets
