#include "widgets/panels/itempainting_p.h"
#include "widgets/panels/takesdelegate_p.h"
#include "widgets/panels/takesmodel_p.h"

#include <QApplication>
#include <QPainter>

namespace lipwright::widgets {
namespace {

constexpr int kMargin = 6;
constexpr int kMark = 9;
constexpr int kLineGap = 1;

QColor faded(QColor colour) {
    colour.setAlphaF(0.68F);
    return colour;
}

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

/// Filled: shown now.
void paintMark(QPainter& painter, const QRect& line, bool active, const QColor& colour) {
    const QRectF mark(line.left(), line.center().y() - kMark / 2.0 + 0.5, kMark, kMark);
    painter.setPen(QPen(colour, 1.3));
    painter.setBrush(active ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(mark.adjusted(0.7, 0.7, -0.7, -0.7));
}

/// Right-aligned; returns what is left of the line for the name.
QRect paintScore(QPainter& painter, QRect line, const QStyleOptionViewItem& option,
                 const QModelIndex& index) {
    const QString score = index.data(TakesModel::kScoreRole).toString();
    const QVariant bar = index.data(TakesModel::kBarRole);
    if (!bar.isValid()) {
        return line;
    }
    painter.setPen(itemTextColour(option));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, score);
    line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(score) - kMargin);
    const QRect area(line.right() - kSyncBarWidth, line.top(), kSyncBarWidth, line.height());
    paintItemBar(painter, option, area, bar.value<SyncBar>());
    line.setRight(area.left() - kMargin);
    return line;
}

void paintName(QPainter& painter, const QRect& line, const QModelIndex& index,
               const QColor& colour) {
    QFont font = painter.font();
    font.setBold(index.data(TakesModel::kActiveRole).toBool());
    painter.setFont(font);
    painter.setPen(colour);
    const QString name =
        index.data(TakesModel::kDraftRole).toBool()
            ? TakesDelegate::tr("%1 (draft)", "name of a take").arg(index.data().toString())
            : index.data().toString();
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, line.width()));
}

QRect firstLine(const QStyleOptionViewItem& option) {
    QRect line = option.rect.adjusted(kMargin, 3, -kMargin, 0);
    line.setHeight(option.fontMetrics.height());
    return line;
}

}  // namespace

void TakesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QStyleOptionViewItem box(option);
    initStyleOption(&box, index);
    box.text.clear();
    const QStyle* style = box.widget != nullptr ? box.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &box, painter, box.widget);
    const QColor colour = itemTextColour(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    QRect line = firstLine(option);
    paintMark(*painter, line, index.data(TakesModel::kActiveRole).toBool(), colour);
    line.setLeft(line.left() + kMark + kMargin);
    paintName(*painter, paintScore(*painter, line, option, index), index, colour);
    line.translate(0, line.height() + kLineGap);
    painter->setFont(smaller(option.font));
    painter->setPen(faded(colour));
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(TakesModel::kDetailRole).toString(),
                                          Qt::ElideRight, line.width()));
    painter->restore();
}

QSize TakesDelegate::sizeHint(const QStyleOptionViewItem& option,
                              const QModelIndex& /*index*/) const {
    return {100, 2 * option.fontMetrics.height() + kLineGap + 6};
}

void TakesDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex& /*index*/) const {
    editor->setGeometry(firstLine(option).adjusted(kMark + kMargin - 4, -2, 0, 4));
}

}  // namespace lipwright::widgets
