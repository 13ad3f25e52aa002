// The gestures that shape a mouth, on a voice with known wishes.
#include "engine/dubbing/shapeediting.h"
#include "engine/synthesis/shapecontrol.h"

#include <QtTest>
#include <cmath>

using namespace lipwright;
using core::FrameRange;
using dubbing::ScaleAbout;
using dubbing::ShapeChannel;
using dubbing::VoiceControls;
using project::MouthControl;
using project::ShapeEdit;

namespace {

constexpr std::int64_t kFirst = 100;

bool near(float a, float b) {
    return std::abs(a - b) < 1e-5F;
}

/// A slow sine of the opening, a steady width, some rounding: frames 100 to 139.
std::vector<MouthControl> speech() {
    std::vector<MouthControl> wanted;
    for (int i = 0; i < 40; ++i) {
        const auto phase = static_cast<float>(i) * 0.3F;
        wanted.push_back({std::sin(phase) + 0.5F, 0.25F, 0.4F * std::cos(phase)});
    }
    return wanted;
}

}  // namespace

class TestShapeEditing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAnEditTheVoiceSpeaks() {
        QCOMPARE(dubbing::shaped({}, m_voice), m_wanted);
        QVERIFY(dubbing::shaped({{5, {1, 1, 1}}}, m_voice) == m_wanted);  // of another stretch
    }

    void nothingJumpsBesideAnEdit() {
        ShapeEdit edit;
        for (std::int64_t frame = 110; frame < 115; ++frame) {
            edit[frame] = at(frame);
            edit[frame].opening += 3.0F;
        }
        const auto result = dubbing::shaped(edit, m_voice);
        const auto raised = [&](std::int64_t frame) {
            return result[static_cast<std::size_t>(frame - kFirst)].opening - at(frame).opening;
        };
        for (std::int64_t frame = 110; frame < 115; ++frame) {
            QVERIFY(near(raised(frame), 3.0F));
        }
        for (const auto& [frame, expected] : std::map<std::int64_t, float>{
                 {107, 0}, {108, 1}, {109, 2}, {115, 2}, {116, 1}, {117, 0}}) {
            QVERIFY2(near(raised(frame), expected), qPrintable(QString::number(frame)));
        }
    }

    void aNarrowGapStaysBetweenItsNeighbours() {
        ShapeEdit edit;
        for (const std::int64_t frame : {110, 112}) {
            edit[frame] = at(frame);
            edit[frame].opening += 3.0F;
        }
        QVERIFY(near(dubbing::shaped(edit, m_voice)[11].opening - at(111).opening, 3.0F));
    }

    void aDraggedPointTakesItsNeighboursAlong() {
        const auto edit =
            dubbing::dragPoint({}, m_voice, 120, ShapeChannel::opening, at(120).opening + 2.0F, 4);
        QCOMPARE(edit.size(), std::size_t{9});
        QVERIFY(near(edit.at(120).opening, at(120).opening + 2.0F));
        float before = 2.0F;
        for (int distance = 1; distance <= 4; ++distance) {
            const float left = edit.at(120 - distance).opening - at(120 - distance).opening;
            const float right = edit.at(120 + distance).opening - at(120 + distance).opening;
            QVERIFY(near(left, right));
            QVERIFY(left < before && left > 0.0F);
            before = left;
        }
        for (const auto& [frame, control] : edit) {
            QVERIFY(near(control.width, at(frame).width));
            QVERIFY(near(control.rounding, at(frame).rounding));
        }
    }

    void dragsAddUpOnWhatWasShaped() {
        const auto first = dubbing::dragPoint({}, m_voice, 120, ShapeChannel::width, 1.5F, 0);
        const auto both = dubbing::dragPoint(first, m_voice, 120, ShapeChannel::opening, -1.0F, 0);
        QCOMPARE(both.size(), std::size_t{1});
        QVERIFY(near(both.at(120).width, 1.5F) && near(both.at(120).opening, -1.0F));
    }

    void dragsEndWithTheVoice() {
        const auto edit = dubbing::dragPoint({}, m_voice, 101, ShapeChannel::opening, 3.0F, 10);
        QCOMPARE(edit.begin()->first, kFirst);
        QVERIFY(dubbing::dragPoint({}, m_voice, 99, ShapeChannel::opening, 3.0F, 10).empty());
    }

    void aRangeIsScaled() {
        const auto calm =
            dubbing::scaleRange({}, m_voice, {110, 120}, {0.5F, 1.0F, 0.0F}, ScaleAbout::actorMean);
        QCOMPARE(calm.size(), std::size_t{10});
        for (const auto& [frame, control] : calm) {
            QVERIFY(near(control.opening, 0.5F * at(frame).opening));
            QVERIFY(near(control.width, at(frame).width));
            QVERIFY(near(control.rounding, 0.0F));
        }
        const auto about = dubbing::scaleRange({}, m_voice, {110, 120}, {2.0F, 1.0F, 1.0F},
                                               ScaleAbout::stretchMean);
        float mean = 0.0F;
        float scaledMean = 0.0F;
        for (const auto& [frame, control] : about) {
            mean += at(frame).opening / 10.0F;
            scaledMean += control.opening / 10.0F;
        }
        QVERIFY(near(mean, scaledMean));
        QVERIFY(near(about.at(112).opening - mean, 2.0F * (at(112).opening - mean)));
        QVERIFY(dubbing::scaleRange({}, m_voice, {10, 20}, {}, ScaleAbout::stretchMean).empty());
    }

    void lipsAreClosed() {
        face::MouthRange actor;
        actor.centre.fill(0.1F);
        actor.range.fill(0.05F);
        const auto edit = dubbing::closeLips({}, m_voice, 125, 2, actor);
        QCOMPARE(edit.size(), std::size_t{5});
        QVERIFY(near(edit.at(125).opening, -2.0F));
        QVERIFY(edit.at(124).opening < at(124).opening && edit.at(124).opening > -2.0F);
        QVERIFY(dubbing::closeLips({}, m_voice, 200, 2, actor).empty());
    }

    void smoothingCalmsAndKeepsTheEnds() {
        ShapeEdit jagged;
        for (std::int64_t frame = 110; frame < 120; ++frame) {
            jagged[frame] = {frame % 2 == 0 ? 1.0F : -1.0F, 0.0F, 0.0F};
        }
        const auto calm = dubbing::smooth(jagged, m_voice, {111, 119});
        QVERIFY(near(calm.at(115).opening, 0.0F));
        QCOMPARE(calm.at(110), jagged.at(110));
        QCOMPARE(calm.size(), jagged.size());
        // The ends of the voice have themselves for neighbours.
        const auto end = dubbing::smooth({}, m_voice, {kFirst, kFirst + 1});
        QVERIFY(near(end.at(kFirst).opening, 0.75F * at(100).opening + 0.25F * at(101).opening));
    }

    void aResetRangeIsTheVoicesAgain() {
        ShapeEdit edit{{105, {}}, {110, {}}, {115, {}}};
        QCOMPARE(dubbing::reset(edit, {106, 115}), (ShapeEdit{{105, {}}, {115, {}}}));
        QCOMPARE(dubbing::reset(edit, {110, 110}), edit);
    }

private:
    [[nodiscard]] const MouthControl& at(std::int64_t frame) const {
        return m_wanted[static_cast<std::size_t>(frame - kFirst)];
    }

    std::vector<MouthControl> m_wanted = speech();
    VoiceControls m_voice{kFirst, m_wanted};
};

QTEST_GUILESS_MAIN(TestShapeEditing)
#include "tst_shapeediting.moc"
