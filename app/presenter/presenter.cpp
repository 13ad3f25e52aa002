#include "app/presenter/presenter.h"

#include "app/presenter/headrenderer.h"
#include "app/presenter/noise.h"
#include "app/presenter/script.h"
#include "app/presenter/truepoints.h"
#include "app/presenter/visemes.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace lipwright::presenter {

struct Presenter::State {
    State(const PresenterOptions& wanted, const Identity& identity, Script&& spoken)
        : options(wanted),
          script(std::move(spoken)),
          mouth(script.phonemes, script.seconds, between(identity.seed, 61, 0.9F, 1.15F)),
          renderer(identity, wanted.size, static_cast<float>(wanted.headHeight)) {}

    [[nodiscard]] Moment momentAt(double seconds) const {
        const auto seed = static_cast<std::uint64_t>(static_cast<std::uint32_t>(options.seed));
        Moment moment;
        moment.head = headAt(seed, seconds, static_cast<float>(options.motion));
        moment.mouth = mouth.at(seconds);
        moment.eyes = eyesAt(seed, seconds);
        moment.grain = mixed(seed, static_cast<std::uint64_t>(std::llround(seconds * 1000.0)));
        return moment;
    }

    PresenterOptions options;
    Script script;
    MouthTrack mouth;
    HeadRenderer renderer;
    std::vector<SpokenSound> sounds;
};

namespace {

core::Result<void> check(const PresenterOptions& options) {
    const auto wrong = [](const char* reason, const char* remedy) {
        return core::fail(core::ErrorCode::invalidArgument, reason, {}, remedy);
    };
    const cv::Size size = options.size;
    if (size.width < 64 || size.height < 64 || size.width > 4096 || size.height > 4096 ||
        size.width % 2 != 0 || size.height % 2 != 0) {
        return wrong("the picture's size can not be drawn", "Give even numbers from 64 to 4096");
    }
    if (!(options.framesPerSecond >= 1.0 && options.framesPerSecond <= 120.0)) {
        return wrong("the frame rate can not be used", "Give 1 to 120 frames per second");
    }
    if (!(options.seconds >= 0.0 && options.seconds <= 3600.0)) {
        return wrong("the duration can not be used", "Give 0 to 3600 seconds");
    }
    if (!(options.motion >= 0.0 && options.motion <= 3.0) ||
        !(options.headHeight >= 0.2 && options.headHeight <= 1.0) ||
        !(options.silenceSeconds >= 0.0 && options.silenceSeconds <= 60.0) ||
        !(options.leadSeconds >= 0.0 && options.leadSeconds <= 60.0)) {
        return wrong("motion, head height or silence is out of range",
                     "Give motion 0 to 3, head height 0.2 to 1, silences of 0 to 60 seconds");
    }
    return {};
}

}  // namespace

Presenter::Presenter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Presenter::Presenter(Presenter&&) noexcept = default;
Presenter& Presenter::operator=(Presenter&&) noexcept = default;
Presenter::~Presenter() = default;

core::Result<Presenter> Presenter::create(const PresenterOptions& options) {
    if (const core::Result<void> checked = check(options); !checked) {
        return core::passOn(checked);
    }
    const Identity identity = identityOf(options.seed);
    core::Result<Script> script = recite(options, identity);
    if (!script) {
        return core::passOn(script);
    }
    auto state = std::make_unique<State>(options, identity, std::move(*script));
    for (const voice::Phoneme& phoneme : state->script.phonemes) {
        bool closes = false;
        for (const Viseme& viseme : visemesOf(phoneme.ipa)) {
            closes = closes || viseme.closesLips;
        }
        state->sounds.push_back({phoneme.startSeconds, phoneme.endSeconds, phoneme.ipa, closes});
    }
    return Presenter(std::move(state));
}

int Presenter::frameCount() const {
    return std::max(1, static_cast<int>(std::floor(
                           m_state->script.seconds * m_state->options.framesPerSecond + 1e-6)));
}

double Presenter::seconds() const {
    return m_state->script.seconds;
}

cv::Mat Presenter::frame(double seconds) {
    return m_state->renderer.render(m_state->momentAt(seconds));
}

MouthTruth Presenter::truth(double seconds) const {
    const Moment moment = m_state->momentAt(seconds);
    MouthTruth truth;
    truth.seconds = seconds;
    truth.opening = moment.mouth.opening;
    truth.width = mouthWidth(m_state->renderer.shape(), moment.mouth);
    truth.jaw = moment.mouth.jaw;
    truth.rounding = moment.mouth.rounding;
    truth.yaw = moment.head.yaw;
    truth.pitch = moment.head.pitch;
    truth.roll = moment.head.roll;
    truth.points = truePoints(m_state->renderer, moment);
    return truth;
}

cv::Mat Presenter::mouthMask(const MouthTruth& truth) const {
    std::vector<cv::Point> around;
    for (std::size_t i = 0; i < truth.points.size(); ++i) {
        if ((i >= 4 && i <= 12) || (i >= 31 && i <= 35) || i >= 48) {
            around.emplace_back(truth.points[i]);
        }
    }
    std::vector<cv::Point> hull;
    cv::convexHull(around, hull);
    cv::Mat mask = cv::Mat::zeros(m_state->options.size, CV_8UC1);
    cv::fillConvexPoly(mask, hull, cv::Scalar(255));
    return mask;
}

const std::vector<float>& Presenter::sound() const {
    return m_state->script.samples;
}

int Presenter::soundRate() const {
    return m_state->script.sampleRate;
}

const std::vector<SpokenSound>& Presenter::sounds() const {
    return m_state->sounds;
}

}  // namespace lipwright::presenter
