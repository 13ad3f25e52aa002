#include "widgets/panels/itempainting_p.h"
#include "widgets/panels/jobdelegate_p.h"
#include "widgets/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace lipwright::widgets {
namespace {

constexpr int kMargin = 8;
constexpr int kButton = 24;
constexpr int kBar = 6;

QString iconName(JobDelegate::Button button, const JobStatus& job) {
    switch (button) {
        case JobDelegate::Button::pause:
            return job.state == JobState::paused ? QStringLiteral("play") : QStringLiteral("pause");
        case JobDelegate::Button::cancel:
            return QStringLiteral("cancel");
        case JobDelegate::Button::show:
            return QStringLiteral("folder");
    }
    return {};
}

QString tipOf(JobDelegate::Button button, const JobStatus& job) {
    switch (button) {
        case JobDelegate::Button::pause:
            return job.state == JobState::paused ? JobDelegate::tr("Continue (Space)")
                                                 : JobDelegate::tr("Pause (Space)");
        case JobDelegate::Button::cancel:
            return JobDelegate::tr("Cancel (Del)");
        case JobDelegate::Button::show:
            return JobDelegate::tr("Show in folder (Enter)");
    }
    return {};
}

void paintBar(QPainter& painter, const QRect& place, const JobStatus& job,
              const QPalette& colours) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor ground = colours.color(QPalette::Text);
    ground.setAlphaF(0.18F);
    painter.setBrush(ground);
    painter.drawRoundedRect(place, 3, 3);
    const bool known = job.total > 0;
    const double share = known ? std::clamp(double(job.done) / double(job.total), 0.0, 1.0) : 1.0;
    QRect filled = place;
    filled.setWidth(static_cast<int>(share * place.width()));
    QColor colour = colours.color(QPalette::Highlight);
    if (job.state == JobState::paused || !known) {
        colour.setAlphaF(0.45F);
    }
    painter.setBrush(known ? QBrush(colour) : QBrush(colour, Qt::BDiagPattern));
    if (filled.width() > 0 && job.state != JobState::waiting) {
        painter.drawRoundedRect(filled, 3, 3);
    }
    painter.restore();
}

}  // namespace

QList<JobDelegate::Button> JobDelegate::buttonsOf(const JobStatus& job) {
    if (isFinished(job.state)) {
        return job.result.isEmpty() ? QList<Button>{} : QList<Button>{Button::show};
    }
    return job.pausable ? QList<Button>{Button::cancel, Button::pause}
                        : QList<Button>{Button::cancel};
}

QRect JobDelegate::buttonRect(const QRect& row, qsizetype fromRight) {
    const int right = row.right() - kMargin - static_cast<int>(fromRight) * (kButton + 4);
    return {right - kButton + 1, row.center().y() - kButton / 2, kButton, kButton};
}

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const auto job = index.data(JobsModel::kJobRole).value<JobStatus>();
    QStyleOptionViewItem box(option);
    initStyleOption(&box, index);
    box.text.clear();
    const QStyle* style = box.widget != nullptr ? box.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &box, painter, box.widget);

    const QList<Button> buttons = buttonsOf(job);
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        icon(iconName(buttons[i], job))
            .paint(painter, buttonRect(option.rect, i).adjusted(3, 3, -3, -3));
    }
    const int height = option.fontMetrics.height();
    QRect text = option.rect.adjusted(kMargin, 6, -kMargin - 2 * (kButton + 4) - kMargin, 0);
    text.setHeight(height);
    QFont bold(option.font);
    bold.setBold(true);
    painter->save();
    painter->setPen(itemTextColour(option));
    painter->setFont(bold);
    const QFontMetrics boldMetrics(bold);
    painter->drawText(text, Qt::AlignVCenter,
                      boldMetrics.elidedText(job.title, Qt::ElideRight, text.width()));
    text.translate(0, height + 2);
    painter->setFont(option.font);
    int indent = 0;
    if (job.state == JobState::failed) {
        icon(QStringLiteral("error"))
            .paint(painter, QRect(text.left(), text.top(), height, height));
        indent = height + 4;
    }
    painter->drawText(
        text.adjusted(indent, 0, 0, 0), Qt::AlignVCenter,
        option.fontMetrics.elidedText(describeJob(job), Qt::ElideRight, text.width() - indent));
    painter->restore();
    if (!isFinished(job.state)) {
        text.translate(0, height + 4);
        text.setHeight(kBar);
        paintBar(*painter, text, job, option.palette);
    }
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto job = index.data(JobsModel::kJobRole).value<JobStatus>();
    const int lines = 2 * option.fontMetrics.height() + 14;
    return {200, isFinished(job.state) ? lines : lines + kBar + 6};
}

bool JobDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                              const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QList<Button> buttons = buttonsOf(index.data(JobsModel::kJobRole).value<JobStatus>());
        for (qsizetype i = 0; i < buttons.size() && mouse->button() == Qt::LeftButton; ++i) {
            if (buttonRect(option.rect, i).contains(mouse->pos())) {
                Q_EMIT pressed(index, buttons[i]);
                return true;
            }
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

bool JobDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                            const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto job = index.data(JobsModel::kJobRole).value<JobStatus>();
    const QList<Button> buttons = buttonsOf(job);
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        if (event->type() == QEvent::ToolTip && buttonRect(option.rect, i).contains(event->pos())) {
            QToolTip::showText(event->globalPos(), tipOf(buttons[i], job), view);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

}  // namespace lipwright::widgets
