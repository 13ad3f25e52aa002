// The row under the viewer: transport buttons, timecode of the playhead (typed absolute or
// relative), speed, loop, audio source, volume and view mode. Buttons show QActions given to it, so
// that menu, key and button are one.
#pragma once

#include "engine/core/timecode.h"

#include <QStringList>
#include <QWidget>
#include <memory>

class QAction;

namespace lipwright::widgets {

class TransportBar : public QWidget {
    Q_OBJECT
public:
    explicit TransportBar(QWidget* parent = nullptr);
    ~TransportBar() override;

    /// Shown as buttons from left to right; null makes a gap.
    void setActions(const QList<QAction*>& transport, const QList<QAction*>& view);
    void setTimecode(const core::TimecodeFormat& format, qint64 frame, qint64 frameCount);
    /// 0 paused, 1 normal, -2 backwards at double speed ...; shown beside the timecode.
    void setSpeed(double speed);
    void setAudioSources(const QStringList& names, int current);
    /// As if the user had.
    void chooseAudioSource(int index);
    void setVolume(double volume);  ///< 0..1
    [[nodiscard]] double volume() const;
    /// What the sound comes out of: a device's name, or why there is none.
    void setAudioNote(const QString& note);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void timecodeEntered(qint64 frame);
    void audioSourceChosen(int index);
    void volumeChanged(double volume);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void hideWhatDoesNotFit();

    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
