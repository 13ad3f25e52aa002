#include "engine/project/retouchkeys.h"
#include "widgets/panels/opacitykeys_p.h"
#include "widgets/panels/settingrow_p.h"
#include "widgets/panels/themedicon_p.h"
#include "widgets/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace lipwright::widgets {
namespace {

using project::Segment;

QToolButton* keyButton(const char* name, const char* icon, const QString& spoken, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
    button->setAutoRaise(true);
    setThemedIcon(button, QLatin1String(icon));
    return button;
}

}  // namespace

OpacityKeys::OpacityKeys(QWidget* parent)
    : QWidget(parent),
      m_opacity(new SettingRow({QStringLiteral("opacity"), tr("Opacity at the playhead"), tr(" %"),
                                0.0, 100.0, 1.0, 100.0, 0, 0.05},
                               this)),
      m_previous(keyButton("previousOpacityKey", "previous-segment",
                           tr("To the opacity keyframe before"), this)),
      m_key(keyButton("opacityKey", "keyframe", tr("Opacity keyframe at the playhead"), this)),
      m_next(
          keyButton("nextOpacityKey", "next-segment", tr("To the opacity keyframe after"), this)),
      m_keys(new QLabel(this)) {
    m_key->setCheckable(true);
    m_keys->setObjectName(QStringLiteral("opacityKeys"));
    m_keys->setEnabled(false);
    m_keys->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(m_previous);
    row->addWidget(m_key);
    row->addWidget(m_next);
    row->addWidget(m_keys, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_opacity);
    layout->addLayout(row);
    connectButtons();
}

void OpacityKeys::connectButtons() {
    // Of several segments the one under the playhead is meant.
    connect(m_opacity, &SettingRow::changed, this, [this](double value, bool more) {
        Q_EMIT edited(
            [frame = m_playhead, value](Segment& segment) {
                if (segment.frames.contains(frame)) {
                    project::setOpacityKey(segment.retouch, frame, value / 100.0);
                }
            },
            more);
    });
    connect(m_key, &QToolButton::clicked, this, [this](bool on) {
        Q_EMIT edited(
            [frame = m_playhead, on](Segment& segment) {
                project::Retouch& retouch = segment.retouch;
                if (!on) {
                    project::removeOpacityKey(retouch, frame);
                } else if (segment.frames.contains(frame)) {
                    project::setOpacityKey(retouch, frame, project::opacityAt(retouch, frame));
                }
            },
            false);
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { goToKey(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goToKey(1); });
}

std::optional<std::int64_t> OpacityKeys::keyBeside(int direction) const {
    std::optional<std::int64_t> found;
    for (const Segment& segment : m_segments) {
        for (const project::OpacityKeyframe& key : segment.retouch.opacity) {
            const std::int64_t distance = (key.frame - m_playhead) * direction;
            if (distance > 0 && (!found || distance < (*found - m_playhead) * direction)) {
                found = key.frame;
            }
        }
    }
    return found;
}

void OpacityKeys::goToKey(int direction) {
    if (const auto frame = keyBeside(direction)) {
        Q_EMIT frameRequested(*frame);
    }
}

bool OpacityKeys::playheadInside() const {
    return std::ranges::any_of(
        m_segments, [this](const Segment& segment) { return segment.frames.contains(m_playhead); });
}

void OpacityKeys::setPlayhead(std::int64_t frame) {
    if (frame != m_playhead) {
        m_playhead = frame;
        showAll();
    }
}

void OpacityKeys::showSegments(const std::vector<Segment>& segments) {
    m_segments = segments;
    showAll();
}

void OpacityKeys::showAll() {
    std::vector<double> shown;
    int keys = 0;
    for (const Segment& segment : m_segments) {
        if (segment.frames.contains(m_playhead)) {
            shown.push_back(project::opacityAt(segment.retouch, m_playhead) * 100.0);
        }
        keys += static_cast<int>(segment.retouch.opacity.size());
    }
    m_opacity->show(shown);
    m_keys->setText(playheadInside() ? tr("%n keyframe(s)", nullptr, keys)
                                     : tr("The playhead is elsewhere"));
    showButtons();
}

void OpacityKeys::showButtons() {
    const bool inside = playheadInside();
    m_opacity->setEnabled(inside);
    m_key->setEnabled(inside);
    const bool here = std::ranges::any_of(m_segments, [this](const Segment& segment) {
        return project::hasOpacityKey(segment.retouch, m_playhead);
    });
    m_key->setChecked(here);
    m_key->setIcon(icon(here ? QStringLiteral("keyframe-set") : QStringLiteral("keyframe")));
    m_previous->setEnabled(keyBeside(-1).has_value());
    m_next->setEnabled(keyBeside(1).has_value());
}

}  // namespace lipwright::widgets
