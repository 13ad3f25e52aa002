#include "engine/synthesis/framechoice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace lipwright::synthesis {

namespace {

constexpr std::size_t kContinued = 12;    // best states whose successors join the candidates
constexpr float kClosedOpening = 0.035F;  // head units; below it lips count as closed
constexpr auto kOpening = static_cast<std::size_t>(face::MouthMeasure::opening);

struct Candidate {
    std::size_t frame = 0;
    float cost = 0.0F;   // of the frame alone
    float total = 0.0F;  // of the best path that ends here
    std::int32_t previous = -1;
};

float squared(float value) {
    return value * value;
}

// Nearest frames under the frame cost. Frames are sorted by opening, so the scan outwards from the
// wanted opening ends as soon as the opening alone costs more than the worst candidate kept.
class CandidateSearch {
public:
    CandidateSearch(const FrameLibrary& library, const ChoiceOptions& options)
        : m_library(library), m_options(options) {
        std::vector<float> sharpness;
        for (std::size_t k = 0; k < library.frames().size(); ++k) {
            const LibraryFrame& frame = library.frames()[k];
            sharpness.push_back(frame.sharpness);
            if (lists(options.picked, frame.number)) {
                m_picked.push_back(k);
            } else if (!lists(options.banned, frame.number)) {
                m_byOpening.emplace_back(frame.shape[kOpening], k);
            }
        }
        std::sort(m_byOpening.begin(), m_byOpening.end());
        const auto middle = sharpness.begin() + static_cast<std::ptrdiff_t>(sharpness.size() / 2);
        std::nth_element(sharpness.begin(), middle, sharpness.end());
        m_medianSharpness = std::max(*middle, 1e-3F);
    }

    void nearest(const ChoiceTarget& target, std::vector<Candidate>& found) const {
        found.clear();
        const MouthShape weight = weightFor(target);
        const auto start = std::lower_bound(m_byOpening.begin(), m_byOpening.end(),
                                            std::pair(target.wanted[kOpening], std::size_t{0}));
        auto up = start;
        auto down = start;
        const auto limit = static_cast<std::size_t>(m_options.candidates);
        while (up != m_byOpening.end() || down != m_byOpening.begin()) {
            const float above = up == m_byOpening.end() ? kInfinite : gap(target, up->first);
            const float below =
                down == m_byOpening.begin() ? kInfinite : gap(target, std::prev(down)->first);
            const float bound = weight[kOpening] * squared(std::min(above, below));
            if (found.size() == limit && bound >= found.front().cost) {
                break;
            }
            consider(above <= below ? (up++)->second : (--down)->second, target, weight, found);
        }
        addPicked(target, weight, found);
    }

    void consider(std::size_t index, const ChoiceTarget& target,
                  std::vector<Candidate>& found) const {
        if (allowed(index, target)) {
            found.push_back({index, cost(m_library.frames()[index], target, weightFor(target))});
        }
    }

    [[nodiscard]] MouthShape weightFor(const ChoiceTarget& target) const {
        // Lips that must meet must come from lips that meet: warping can not make them.
        MouthShape weight = m_options.shapeWeight;
        const float opening = m_library.mouthRange().absolute(target.wanted)[kOpening];
        weight[kOpening] *= 1.0F + 2.0F * std::exp(-std::max(opening, 0.0F) / kClosedOpening);
        return weight;
    }

private:
    static constexpr float kInfinite = std::numeric_limits<float>::infinity();

    static float gap(const ChoiceTarget& target, float opening) {
        return std::abs(opening - target.wanted[kOpening]);
    }

    [[nodiscard]] bool allowed(std::size_t index, const ChoiceTarget& target) const {
        const LibraryFrame& frame = m_library.frames()[index];
        const bool distant = m_options.excludedNeighbours < 0 || frame.track != target.track ||
                             std::abs(frame.number - target.frame) > m_options.excludedNeighbours;
        return distant && !lists(m_options.banned, frame.number);
    }

    /// The cheapest of the picked frames, beside the nearest of all others.
    void addPicked(const ChoiceTarget& target, const MouthShape& weight,
                   std::vector<Candidate>& found) const {
        std::vector<Candidate> picked;
        for (const std::size_t index : m_picked) {
            consider(index, target, weight, picked);
        }
        found.insert(found.end(), picked.begin(), picked.end());
    }

    void consider(std::size_t index, const ChoiceTarget& target, const MouthShape& weight,
                  std::vector<Candidate>& heap) const {
        if (!allowed(index, target)) {
            return;
        }
        const auto dearer = [](const Candidate& a, const Candidate& b) {
            return std::pair(a.cost, a.frame) < std::pair(b.cost, b.frame);
        };
        heap.push_back({index, cost(m_library.frames()[index], target, weight)});
        std::push_heap(heap.begin(), heap.end(), dearer);
        if (heap.size() > static_cast<std::size_t>(m_options.candidates)) {
            std::pop_heap(heap.begin(), heap.end(), dearer);
            heap.pop_back();
        }
    }

    [[nodiscard]] float cost(const LibraryFrame& frame, const ChoiceTarget& target,
                             const MouthShape& weight) const {
        float sum = 0.0F;
        for (std::size_t m = 0; m < weight.size(); ++m) {
            sum += weight[m] * squared(frame.shape[m] - target.wanted[m]);
        }
        sum += m_options.turn * (squared(frame.pose.yaw - target.pose.yaw) +
                                 squared(frame.pose.pitch - target.pose.pitch));
        sum += m_options.light * squared((frame.brightness - target.brightness) / 20.0F);
        sum += m_options.magnification * squared(std::log(std::max(frame.pose.scale, 1e-3F) /
                                                          std::max(target.pose.scale, 1e-3F)));
        const float lack = std::max(0.0F, 1.0F - frame.sharpness / m_medianSharpness);
        const float bonus = lists(m_options.picked, frame.number) ? m_options.pickedBonus : 0.0F;
        return sum + m_options.blur * squared(lack) - bonus;
    }

    const FrameLibrary& m_library;
    const ChoiceOptions& m_options;
    std::vector<std::pair<float, std::size_t>> m_byOpening;  // neither picked nor banned
    std::vector<std::size_t> m_picked;
    float m_medianSharpness = 1.0F;
};

class TransitionCost {
public:
    TransitionCost(const FrameLibrary& library, const ChoiceOptions& options)
        : m_library(library), m_options(options) {}

    [[nodiscard]] float operator()(std::size_t from, std::size_t to,
                                   const MouthShape& wantedStep) const {
        const LibraryFrame& a = m_library.frames()[from];
        const LibraryFrame& b = m_library.frames()[to];
        const std::int64_t step = b.number - a.number;
        if (a.track == b.track && step == 1) {
            return 0.0F;
        }
        if (a.track == b.track && std::abs(step) <= 2) {
            return step == 0 ? m_options.repeat : m_options.skip;
        }
        float sum = 0.0F;
        for (std::size_t m = 0; m < wantedStep.size(); ++m) {
            sum += m_options.shapeWeight[m] * squared(b.shape[m] - a.shape[m] - wantedStep[m]);
        }
        return m_options.jump + m_options.jumpShape * sum;
    }

private:
    const FrameLibrary& m_library;
    const ChoiceOptions& m_options;
};

MouthShape stepBetween(const ChoiceTarget& from, const ChoiceTarget& to) {
    MouthShape step{};
    for (std::size_t m = 0; m < step.size(); ++m) {
        step[m] = to.wanted[m] - from.wanted[m];
    }
    return step;
}

// Runs go on only if the frame after a good state is a candidate, even when it is not among the
// nearest.
void addSuccessors(const FrameLibrary& library, const CandidateSearch& search,
                   const ChoiceTarget& target, std::vector<Candidate> before,
                   std::vector<Candidate>& candidates) {
    const auto count = std::min(kContinued, before.size());
    std::partial_sort(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(count),
                      before.end(), [](const Candidate& a, const Candidate& b) {
                          return std::pair(a.total, a.frame) < std::pair(b.total, b.frame);
                      });
    for (std::size_t k = 0; k < count; ++k) {
        const std::size_t next = before[k].frame + 1;
        const auto same = [next](const Candidate& c) { return c.frame == next; };
        if (library.continuesAfter(before[k].frame) &&
            std::none_of(candidates.begin(), candidates.end(), same)) {
            search.consider(next, target, candidates);
        }
    }
}

void connect(const std::vector<Candidate>& before, std::vector<Candidate>& candidates,
             const TransitionCost& transition, const MouthShape& wantedStep) {
    for (Candidate& candidate : candidates) {
        candidate.total = std::numeric_limits<float>::infinity();
        for (std::size_t k = 0; k < before.size(); ++k) {
            const float total =
                before[k].total + transition(before[k].frame, candidate.frame, wantedStep);
            if (total < candidate.total) {
                candidate.total = total;
                candidate.previous = static_cast<std::int32_t>(k);
            }
        }
        candidate.total += candidate.cost;
    }
}

std::vector<std::size_t> bestPath(const std::vector<std::vector<Candidate>>& lattice) {
    std::vector<std::size_t> path(lattice.size());
    const auto last =
        std::min_element(lattice.back().begin(), lattice.back().end(),
                         [](const Candidate& a, const Candidate& b) { return a.total < b.total; });
    auto state = static_cast<std::size_t>(last - lattice.back().begin());
    for (std::size_t t = lattice.size(); t-- > 0;) {
        path[t] = lattice[t][state].frame;
        state = static_cast<std::size_t>(std::max(lattice[t][state].previous, 0));
    }
    return path;
}

core::Result<void> checkPicks(const FrameLibrary& library, const ChoiceOptions& options) {
    std::vector<std::int64_t> numbers;
    for (const LibraryFrame& frame : library.frames()) {
        numbers.push_back(frame.number);
    }
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    if (std::ranges::includes(options.banned, numbers)) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "every frame that shows this actor's mouth is banned", {},
                          "Allow some of the library frames again");
    }
    std::string missing;
    for (const std::int64_t frame : options.picked) {
        if (!lists(numbers, frame)) {
            missing += (missing.empty() ? "" : ", ") + std::to_string(frame);
        }
    }
    if (!missing.empty()) {
        return core::fail(core::ErrorCode::invalidArgument,
                          "no mouth of this actor can be taken from picked frames",
                          "frames " + missing, "Take them out of the picked library frames");
    }
    return {};
}

}  // namespace

bool lists(std::span<const std::int64_t> frames, std::int64_t frame) {
    return std::ranges::binary_search(frames, frame);
}

MouthShape ChoiceOptions::defaultShapeWeight() {
    MouthShape weight;
    weight.fill(0.4F);
    weight[static_cast<std::size_t>(face::MouthMeasure::opening)] = 2.0F;
    weight[static_cast<std::size_t>(face::MouthMeasure::width)] = 1.2F;
    weight[static_cast<std::size_t>(face::MouthMeasure::height)] = 1.0F;
    return weight;
}

core::Result<std::vector<std::size_t>> chooseFrames(const FrameLibrary& library,
                                                    std::span<const ChoiceTarget> targets,
                                                    const ChoiceOptions& options,
                                                    std::stop_token stop,
                                                    const core::ProgressCallback& progress) {
    if (targets.empty()) {
        return std::vector<std::size_t>{};
    }
    if (auto checked = checkPicks(library, options); !checked) {
        return core::passOn(checked);
    }
    const CandidateSearch search(library, options);
    const TransitionCost transition(library, options);
    std::vector<std::vector<Candidate>> lattice(targets.size());
    for (std::size_t t = 0; t < targets.size(); ++t) {
        if (stop.stop_requested()) {
            return core::cancelled();
        }
        search.nearest(targets[t], lattice[t]);
        if (t > 0) {
            addSuccessors(library, search, targets[t], lattice[t - 1], lattice[t]);
        }
        if (lattice[t].empty()) {
            return core::fail(core::ErrorCode::tooShort,
                              "the footage of this actor has no other frame to take a mouth from",
                              "frame " + std::to_string(targets[t].frame),
                              "Use longer footage, or allow neighbouring frames");
        }
        if (t == 0) {
            for (Candidate& candidate : lattice[0]) {
                candidate.total = candidate.cost;
            }
        } else {
            connect(lattice[t - 1], lattice[t], transition,
                    stepBetween(targets[t - 1], targets[t]));
        }
        core::report(progress, {"choose", static_cast<std::int64_t>(t + 1),
                                static_cast<std::int64_t>(targets.size())});
    }
    return bestPath(lattice);
}

}  // namespace lipwright::synthesis
