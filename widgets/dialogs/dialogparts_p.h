// Small things that dialogs are made of.
#pragma once

#include <QImage>
#include <QString>

class QLabel;
class QWidget;

namespace lipwright::widgets {

[[nodiscard]] QLabel* proseLabel(const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QLabel* headlineLabel(const QString& text, QWidget* parent = nullptr);
/// Less than what it stands under.
[[nodiscard]] QLabel* remarkLabel(const QString& text, QWidget* parent = nullptr);
/// A face as a rounded square; null without an image.
[[nodiscard]] QLabel* faceLabel(const QImage& face, const QString& name, QWidget* parent = nullptr);
/// "2:31 min", "0:12 min"
[[nodiscard]] QString minutesText(double seconds);

}  // namespace lipwright::widgets
