#include "app/gui/picturechoice.h"

#include "app/session/editor.h"
#include "app/session/librarythumbnails.h"
#include "widgets/panels/librarypicker.h"

#include <QLocale>

namespace lipwright::app {
namespace {

constexpr int kPictures = 120;

}  // namespace

PictureChoice::PictureChoice(Editor& editor, QWidget& window)
    : m_editor(editor),
      m_window(window),
      m_thumbnails(new LibraryThumbnails(editor.jobs(), editor.analysis(), this)) {
    connect(m_thumbnails, &LibraryThumbnails::changed, this, &PictureChoice::showPictures);
}

void PictureChoice::makePicker() {
    if (m_picker != nullptr) {
        return;
    }
    m_picker = new widgets::LibraryPicker(&m_window);
    connect(
        m_picker, &widgets::LibraryPicker::framesChosen, this,
        [this](const std::vector<std::int64_t>& picked, const std::vector<std::int64_t>& banned) {
            m_editor.setLibraryFrames(m_segment, picked, banned);
        });
}

void PictureChoice::open(project::Id segment) {
    makePicker();
    m_segment = 0;  // shown anew in any case
    m_picker->show();
    m_picker->raise();
    m_picker->activateWindow();
    follow(segment);
}

void PictureChoice::follow(project::Id id) {
    if (m_picker == nullptr || !m_picker->isVisible()) {
        return;
    }
    const project::Segment* segment = m_editor.project().segment(id);
    m_segment = segment != nullptr ? id : 0;
    if (segment == nullptr) {
        m_picker->hide();
        return;
    }
    m_thumbnails->want(segment->actor, kPictures);
    showPictures();
    showChosen();
}

void PictureChoice::showChosen() {
    const project::SegmentSettings& settings = m_editor.project().segment(m_segment)->settings;
    m_picker->setChosen(settings.pickedFrames, settings.bannedFrames);
}

void PictureChoice::showPictures() {
    if (m_picker == nullptr) {
        return;
    }
    const core::TimecodeFormat timecode = m_editor.timecode();
    const auto number = [](float value) { return QLocale().toString(value, 'f', 1); };
    std::vector<widgets::LibraryPicture> pictures;
    for (const LibraryThumbnails::Item& item : m_thumbnails->items()) {
        const project::MouthControl& control = item.control;
        pictures.push_back(
            {item.frame, QString::fromStdString(core::toTimecode(item.frame, timecode)),
             tr("Opening %1, width %2, rounding %3")
                 .arg(number(control.opening), number(control.width), number(control.rounding)),
             item.picture});
    }
    m_picker->setPictures(std::move(pictures));
}

}  // namespace lipwright::app
