// A mute button and a slider that make one volume.
#pragma once

#include <QSlider>
#include <QToolButton>
#include <QWidget>

namespace lipwright::widgets {

class VolumeControl : public QWidget {
    Q_OBJECT
public:
    explicit VolumeControl(QWidget* parent = nullptr);

    void setVolume(double volume);
    [[nodiscard]] double volume() const;  ///< 0 while muted
    void setSliderVisible(bool visible);
    void setNote(const QString& note);
    [[nodiscard]] int sliderWidth() const { return m_slider->sizeHint().width(); }

Q_SIGNALS:
    void volumeChanged(double volume);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showState();

    QToolButton* m_mute;
    QSlider* m_slider;
    QString m_note;
};

}  // namespace lipwright::widgets
