#include "widgets/panels/mediacastpanel.h"

#include "widgets/panels/casttile_p.h"
#include "widgets/panels/droppedfiles_p.h"
#include "widgets/panels/dubcard_p.h"
#include "widgets/panels/filmsection_p.h"
#include "widgets/panels/quietend_p.h"
#include "widgets/panels/themedicon_p.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace lipwright::widgets {
namespace {

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont font(label->font());
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(2, 8, 0, 0);
    return label;
}

QLabel* hint(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setEnabled(false);
    label->setContentsMargins(2, 0, 0, 0);
    return label;
}

}  // namespace

struct MediaCastPanel::State {
    QWidget* page = nullptr;
    FilmSection* film = nullptr;
    QVBoxLayout* dubs = nullptr;
    QVBoxLayout* people = nullptr;
    QLabel* noDubs = nullptr;
    QLabel* noPeople = nullptr;
    std::vector<DubCard*> cards;
    std::vector<CastTile*> tiles;
    std::vector<CastEntry> cast;
    std::map<int, QImage> portraits;

    DubCard* makeCard(MediaCastPanel* panel);
    CastTile* makeTile(int actor, MediaCastPanel* panel);
    static void connectModels(CastTile& tile, MediaCastPanel* panel);
};

DubCard* MediaCastPanel::State::makeCard(MediaCastPanel* panel) {
    auto* card = new DubCard(page);
    card->setObjectName(QStringLiteral("dubCard"));
    card->setCast(cast);
    QObject::connect(card, &DubCard::changed, panel, &MediaCastPanel::dubChanged);
    QObject::connect(card, &DubCard::removeRequested, panel, &MediaCastPanel::removeDubRequested);
    QObject::connect(card, &DubCard::proposeRequested, panel,
                     &MediaCastPanel::proposeSegmentsRequested);
    return card;
}

CastTile* MediaCastPanel::State::makeTile(int actor, MediaCastPanel* panel) {
    auto* tile = new CastTile(actor, page);
    if (const auto portrait = portraits.find(actor); portrait != portraits.end()) {
        tile->setPortrait(portrait->second);
    }
    QObject::connect(tile, &CastTile::renamed, panel, &MediaCastPanel::actorRenamed);
    QObject::connect(tile, &CastTile::consentRequested, panel, &MediaCastPanel::consentRequested);
    QObject::connect(tile, &CastTile::activated, panel, &MediaCastPanel::actorActivated);
    connectModels(*tile, panel);
    return tile;
}

void MediaCastPanel::State::connectModels(CastTile& tile, MediaCastPanel* panel) {
    using Panel = MediaCastPanel;
    QObject::connect(&tile, &CastTile::adaptRequested, panel, &Panel::adaptRequested);
    QObject::connect(&tile, &CastTile::watchRequested, panel, &Panel::watchRequested);
    QObject::connect(&tile, &CastTile::importModelsRequested, panel, &Panel::importModelsRequested);
    QObject::connect(&tile, &CastTile::rerenderRequested, panel, &Panel::rerenderRequested);
    QObject::connect(&tile, &CastTile::modelUsed, panel, &Panel::modelUsed);
    QObject::connect(&tile, &CastTile::modelCompared, panel, &Panel::modelCompared);
    QObject::connect(&tile, &CastTile::modelRenamed, panel, &Panel::modelRenamed);
    QObject::connect(&tile, &CastTile::removeModelRequested, panel, &Panel::removeModelRequested);
}

MediaCastPanel::MediaCastPanel(QWidget* parent)
    : QWidget(parent), m_state(std::make_unique<State>()) {
    State& s = *m_state;
    setAcceptDrops(true);
    s.page = new QWidget(this);
    s.film = new FilmSection(s.page);
    connect(s.film, &FilmSection::importRequested, this, &MediaCastPanel::importFilmRequested);
    connect(s.film, &FilmSection::relinkRequested, this, &MediaCastPanel::relinkRequested);
    auto* add = new QPushButton(tr("Add voices…"), s.page);
    add->setObjectName(QStringLiteral("importDub"));
    add->setAccessibleName(tr("Add a dub track"));
    setThemedIcon(add, QStringLiteral("import-voice"));
    connect(add, &QPushButton::clicked, this, &MediaCastPanel::importDubRequested);
    s.noDubs = hint(tr("Drop the translated voices here: one file or one per actor."), s.page);
    s.noPeople = hint(tr("People appear here when the film has been analysed."), s.page);
    s.dubs = new QVBoxLayout;
    s.people = new QVBoxLayout;
    auto* column = new QVBoxLayout(s.page);
    column->setContentsMargins(8, 4, 8, 8);
    column->setSpacing(6);
    column->addWidget(heading(tr("Film"), s.page));
    column->addWidget(s.film);
    column->addWidget(heading(tr("Voices"), s.page));
    column->addWidget(s.noDubs);
    column->addLayout(s.dubs);
    column->addWidget(add, 0, Qt::AlignLeft);
    column->addWidget(heading(tr("Cast"), s.page));
    column->addWidget(s.noPeople);
    column->addLayout(s.people);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(s.page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setMinimumWidth(240);
}

MediaCastPanel::~MediaCastPanel() {
    endQuietly(*this);
}

void MediaCastPanel::setFilm(const FilmSummary& film) {
    m_state->film->setFilm(film);
}

void MediaCastPanel::setDubs(const std::vector<DubEntry>& dubs) {
    State& s = *m_state;
    const auto shows = [](const DubCard* card, const DubEntry& entry) {
        return card->track() == entry.track.id;
    };
    // cards live on for their tracks, so that an open one stays open and an edit goes on
    std::vector<DubCard*> cards;
    for (const DubEntry& entry : dubs) {
        const auto known = std::find_if(s.cards.begin(), s.cards.end(),
                                        [&](const DubCard* card) { return shows(card, entry); });
        DubCard* card = known != s.cards.end() ? *known : s.makeCard(this);
        if (known != s.cards.end()) {
            s.cards.erase(known);
        }
        card->setEntry(entry);
        cards.push_back(card);
    }
    for (DubCard* gone : s.cards) {
        gone->hide();
        gone->deleteLater();  // it may be the one that asked to be removed
    }
    s.cards = cards;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        s.dubs->insertWidget(static_cast<int>(i), cards[i]);
    }
    s.noDubs->setVisible(dubs.empty());
}

void MediaCastPanel::setCast(const std::vector<CastEntry>& cast) {
    State& s = *m_state;
    const auto named = [](const CastEntry& a, const CastEntry& b) {
        return a.actor == b.actor && a.name == b.name;
    };
    const bool sameNames =
        std::equal(cast.begin(), cast.end(), s.cast.begin(), s.cast.end(), named);
    s.cast = cast;
    std::vector<CastTile*> tiles;
    for (const CastEntry& entry : cast) {
        const auto known = std::find_if(s.tiles.begin(), s.tiles.end(), [&](const CastTile* tile) {
            return tile->actor() == entry.actor;
        });
        CastTile* tile = known != s.tiles.end() ? *known : s.makeTile(entry.actor, this);
        if (known != s.tiles.end()) {
            s.tiles.erase(known);
        }
        tile->setEntry(entry);
        tiles.push_back(tile);
    }
    for (CastTile* gone : s.tiles) {
        gone->hide();
        gone->deleteLater();
    }
    s.tiles = tiles;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        s.people->insertWidget(static_cast<int>(i), tiles[i]);
    }
    s.noPeople->setVisible(cast.empty());
    for (DubCard* card : sameNames ? std::vector<DubCard*>{} : s.cards) {
        card->setCast(cast);
    }
}

void MediaCastPanel::setPortrait(int actor, const QImage& portrait) {
    m_state->portraits[actor] = portrait;
    for (CastTile* tile : m_state->tiles) {
        if (tile->actor() == actor) {
            tile->setPortrait(portrait);
        }
    }
}

void MediaCastPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MediaCastPanel::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT filesDropped(localFiles(event->mimeData()));
}

}  // namespace lipwright::widgets
