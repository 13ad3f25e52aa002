// lipwright-presenter: makes the sample film. Exit status: 0 done, 1 failed, 2 wrong use.

#include "app/presenter/filmfile.h"
#include "app/presenter/presenter.h"
#include "engine/voice/wavfile.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>

namespace {

using lipwright::core::Result;
using namespace lipwright::presenter;

struct Arguments {
    PresenterOptions options;
    std::string size = "640x360";
    std::string film;
    std::string sound;
    std::string truth;
};

bool parseSize(const std::string& text, cv::Size& size) {
    char end = 0;
    return std::sscanf(text.c_str(), "%5dx%5d%c", &size.width, &size.height, &end) == 2;
}

void describe(CLI::App& app, Arguments& arguments) {
    PresenterOptions& options = arguments.options;
    app.add_option("--seed", options.seed, "Who speaks: face, voice, clothes, room")
        ->capture_default_str();
    app.add_option("--seconds", options.seconds, "Length; 0: as long as the text takes")
        ->capture_default_str();
    app.add_option("--language", options.language, "Language, as espeak-ng names it")
        ->capture_default_str();
    app.add_option("--text", options.text, "What to say; without it sentences of the language");
    app.add_option("--size", arguments.size, "Width x height in pixels")->capture_default_str();
    app.add_option("--fps", options.framesPerSecond, "Frames per second")->capture_default_str();
    app.add_option("--motion", options.motion, "Movement of the head, 0 to 3")
        ->capture_default_str();
    app.add_option("--head", options.headHeight, "Height of the head in the picture, 0.2 to 1")
        ->capture_default_str();
    app.add_option("--pause", options.silenceSeconds, "Seconds of silence between sentences")
        ->capture_default_str();
    app.add_option("--audio-only", arguments.sound, "Write the voice to this WAV file");
    app.add_option("--truth", arguments.truth,
                   "Write what is true of each frame to this JSON file");
    app.add_option("-o,--output", arguments.film, "The film (.mp4, .mov, .mkv)");
    app.footer("Example: lipwright-presenter --seed 3 --language de --seconds 8 -o presenter.mp4");
}

Result<void> make(Arguments& arguments) {
    Result<Presenter> presenter = Presenter::create(arguments.options);
    if (!presenter) {
        return lipwright::core::passOn(presenter);
    }
    Result<void> done;
    if (!arguments.sound.empty()) {
        done =
            lipwright::voice::writeWav(arguments.sound, presenter->sound(), presenter->soundRate());
    }
    if (done && !arguments.truth.empty()) {
        done = writeTruth(*presenter, arguments.options, arguments.truth);
    }
    if (done && !arguments.film.empty()) {
        done = writeFilm(*presenter, arguments.options, arguments.film);
    }
    return done;
}

}  // namespace

int main(int count, char** values) {
    CLI::App app(
        "Draws a synthetic presenter who speaks, with picture, sound and the truth about both.");
    Arguments arguments;
    describe(app, arguments);
    try {
        app.parse(count, values);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (!parseSize(arguments.size, arguments.options.size)) {
        std::fprintf(stderr, "lipwright-presenter: --size wants a size like 640x360\n");
        return 2;
    }
    if (arguments.film.empty() && arguments.sound.empty() && arguments.truth.empty()) {
        std::fprintf(stderr, "lipwright-presenter: give -o, --audio-only or --truth\n");
        return 2;
    }
    if (const Result<void> done = make(arguments); !done) {
        std::fprintf(stderr, "lipwright-presenter: %s\n", done.error().text().c_str());
        return 1;
    }
    return 0;
}
