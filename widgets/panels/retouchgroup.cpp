#include "engine/project/retouchkeys.h"
#include "widgets/panels/opacitykeys_p.h"
#include "widgets/panels/retouchgroup_p.h"
#include "widgets/panels/settingrow_p.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace lipwright::widgets {
namespace {

using project::Retouch;
using project::Segment;

constexpr double kPercentTolerance = 0.05;

SettingRow* percent(const char* name, const QString& label, double least, double standard,
                    QWidget* parent) {
    return new SettingRow({QLatin1String(name), label, RetouchGroup::tr(" %"), least, 100.0, 1.0,
                           standard, 0, kPercentTolerance},
                          parent);
}

SettingRow* headUnits(const char* name, const QString& label, double least, double most,
                      QWidget* parent) {
    return new SettingRow({QLatin1String(name), label, QString(), least, most, 0.01, 0.0, 2, 5e-4},
                          parent);
}

std::vector<double> valuesOf(const std::vector<Segment>& segments,
                             const std::function<double(const Retouch&)>& get) {
    std::vector<double> values;
    for (const Segment& segment : segments) {
        values.push_back(get(segment.retouch));
    }
    return values;
}

std::int64_t forcedFrames(const Segment& segment) {
    std::int64_t frames = 0;
    for (const core::FrameRange range : segment.retouch.original) {
        frames += core::intersection(range, segment.frames).length();
    }
    return frames;
}

}  // namespace

RetouchGroup::RetouchGroup(QWidget* parent)
    : Section(tr("Mask and compositing"), parent),
      m_grow(headUnits("grow", tr("Grow or shrink the mask"), -0.3, 0.3, this)),
      m_feather(headUnits("innerFeather", tr("Softer edge inside the mask"), 0.0, 0.5, this)),
      m_colour(percent("colourMatch", tr("Match of the original's colour"), 0.0, 0.0, this)),
      m_sharpness(percent("sharpness", tr("Sharpness"), -100.0, 0.0, this)),
      m_opacity(new OpacityKeys(this)),
      m_force(new QPushButton(tr("Force"), this)),
      m_allow(new QPushButton(tr("Allow take"), this)),
      m_forced(new QLabel(this)),
      m_reset(new QPushButton(tr("Reset all"), this)) {
    layOut();
    m_reset->setObjectName(QStringLiteral("retouchReset"));
    m_reset->setToolTip(tr("Everything in this group back to the default, painted masks too"));
    connect(m_reset, &QPushButton::clicked, this,
            [this] { Q_EMIT edited([](Segment& segment) { segment.retouch = {}; }, false); });
    connectRows();
    connect(m_opacity, &OpacityKeys::edited, this, &RetouchGroup::edited);
    connect(m_opacity, &OpacityKeys::frameRequested, this, &RetouchGroup::frameRequested);
}

void RetouchGroup::layOut() {
    auto* form = new QFormLayout(content());
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(4);
    form->setContentsMargins(6, 6, 4, 6);
    form->addRow(tr("Grow"), m_grow);
    form->addRow(tr("Soften"), m_feather);
    form->addRow(tr("Colour"), m_colour);
    form->addRow(tr("Sharpness"), m_sharpness);
    form->addRow(tr("Opacity"), m_opacity);
    form->addRow(tr("Original"), makeOriginal());
    form->addRow(QString(), m_forced);
    form->addRow(QString(), m_reset);
}

QWidget* RetouchGroup::makeOriginal() {
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_force->setObjectName(QStringLiteral("forceOriginal"));
    m_allow->setObjectName(QStringLiteral("allowTake"));
    m_forced->setObjectName(QStringLiteral("forcedFrames"));
    m_forced->setEnabled(false);
    m_forced->setWordWrap(true);
    row->addWidget(m_force, 1);
    row->addWidget(m_allow, 1);
    connect(m_force, &QPushButton::clicked, this, [this] { force(true); });
    connect(m_allow, &QPushButton::clicked, this, [this] { force(false); });
    return line;
}

void RetouchGroup::connectRows() {
    const auto bind = [this](SettingRow* row, double Retouch::*member, double scale) {
        connect(row, &SettingRow::changed, this, [this, member, scale](double value, bool more) {
            Q_EMIT edited([=](Segment& segment) { segment.retouch.*member = value / scale; }, more);
        });
    };
    bind(m_grow, &Retouch::grow, 1.0);
    bind(m_feather, &Retouch::feather, 1.0);
    bind(m_colour, &Retouch::colourMatch, 100.0);
    bind(m_sharpness, &Retouch::sharpness, 100.0);
}

/// Between in and out; without them over the whole segments.
void RetouchGroup::force(bool original) {
    Q_EMIT edited(
        [inOut = m_inOut, original](Segment& segment) {
            const core::FrameRange frames =
                inOut ? core::intersection(*inOut, segment.frames) : segment.frames;
            if (original) {
                project::forceOriginal(segment.retouch, frames);
            } else {
                project::allowTake(segment.retouch, frames);
            }
        },
        false);
}

bool RetouchGroup::inOutMeets() const {
    return !m_inOut || std::ranges::any_of(m_segments, [this](const Segment& segment) {
        return !core::intersection(*m_inOut, segment.frames).empty();
    });
}

void RetouchGroup::setInOut(std::optional<core::FrameRange> inOut) {
    m_inOut = inOut;
    showOriginal();
}

void RetouchGroup::showSegments(const std::vector<Segment>& segments) {
    m_segments = segments;
    m_grow->show(valuesOf(segments, [](const Retouch& r) { return r.grow; }));
    m_feather->show(valuesOf(segments, [](const Retouch& r) { return r.feather; }));
    m_colour->show(valuesOf(segments, [](const Retouch& r) { return r.colourMatch * 100.0; }));
    m_sharpness->show(valuesOf(segments, [](const Retouch& r) { return r.sharpness * 100.0; }));
    m_reset->setEnabled(std::ranges::any_of(
        segments, [](const Segment& segment) { return segment.retouch != Retouch{}; }));
    m_opacity->showSegments(segments);
    showOriginal();
}

void RetouchGroup::showOriginal() {
    std::int64_t frames = 0;
    for (const Segment& segment : m_segments) {
        frames += forcedFrames(segment);
    }
    m_forced->setText(
        frames > 0 ? tr("The film's own picture on %n frame(s)", nullptr, static_cast<int>(frames))
                   : QString());
    m_forced->setVisible(frames > 0);
    m_force->setEnabled(inOutMeets());
    m_allow->setEnabled(frames > 0 && inOutMeets());
    m_force->setToolTip(m_inOut ? tr("Show the film's own picture between in and out")
                                : tr("Show the film's own picture over the whole segment; set in "
                                     "and out to choose a part"));
    m_allow->setToolTip(m_inOut ? tr("Show the take again between in and out")
                                : tr("Show the take again over the whole segment"));
}

}  // namespace lipwright::widgets
