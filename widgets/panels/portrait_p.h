// A face in a rounded square of 64 pixels with its actor's colour; a figure while there is none.
#pragma once

#include <QImage>
#include <QWidget>

namespace lipwright::widgets {

class Portrait : public QWidget {
    Q_OBJECT
public:
    explicit Portrait(int actor, QWidget* parent = nullptr);
    void setImage(const QImage& image);
    [[nodiscard]] bool hasImage() const { return !m_image.isNull(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_actor;
    QImage m_image;
};

}  // namespace lipwright::widgets
