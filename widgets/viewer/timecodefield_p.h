// Shows the playhead's timecode and takes a typed one: absolute, keypad digits, or relative.
#pragma once

#include "engine/core/timecode.h"

#include <QLineEdit>

namespace lipwright::widgets {

class TimecodeField : public QLineEdit {
    Q_OBJECT
public:
    explicit TimecodeField(QWidget* parent = nullptr);

    void setTimecode(const core::TimecodeFormat& format, qint64 frame, qint64 frameCount);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void entered(qint64 frame);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void accept();
    void restore();
    void setError(const QString& message);

    core::TimecodeFormat m_format;
    qint64 m_frame = 0;
    qint64 m_frameCount = 0;
    QString m_shown;
    QString m_error;
};

}  // namespace lipwright::widgets
