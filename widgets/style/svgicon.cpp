// Icons are drawn from SVG at the size and pixel ratio asked for; "currentColor" becomes the
// palette's colour for the icon's state at that moment, so a changed theme needs a repaint only.
#include "widgets/style/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

static void registerIconResources() {
    Q_INIT_RESOURCE(lipwright_icons);
}

namespace lipwright::widgets {
namespace {

/// Icons of switched-on buttons stand out, which Fusion's sunken frame alone hardly does.
QColor switchedOn(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Link);
}

QColor colourOf(QIcon::Mode mode, QIcon::State state) {
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
    }
    return state == QIcon::On ? switchedOn(palette)
                              : palette.color(QPalette::Active, QPalette::ButtonText);
}

class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(QString name, QByteArray svg) : m_name(std::move(name)), m_svg(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode,
               QIcon::State state) override {
        const double ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        const QSize size(qRound(rect.width() * ratio), qRound(rect.height() * ratio));
        painter->drawPixmap(rect, drawn(size, mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return drawn(size, mode, state);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state,
                         qreal /*scale*/) override {
        return drawn(size, mode, state);  // `size` counts device pixels already
    }

    QString key() const override { return QStringLiteral("LipwrightSvg"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_svg.isEmpty(); }
    QIconEngine* clone() const override { return new SvgIconEngine(m_name, m_svg); }

private:
    [[nodiscard]] QPixmap drawn(const QSize& size, QIcon::Mode mode, QIcon::State state) const {
        if (size.isEmpty() || m_svg.isEmpty()) {
            return {};
        }
        const QString colour = colourOf(mode, state).name();
        const QString key = QStringLiteral("lipwright-icon/%1/%2/%3x%4/%5")
                                .arg(m_name, colour)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(mode == QIcon::Disabled);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = rendered(size, colour, mode == QIcon::Disabled ? 0.75 : 1.0);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    [[nodiscard]] QPixmap rendered(const QSize& size, const QString& colour, double opacity) const {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QByteArray svg = m_svg;
        svg.replace("currentColor", colour.toLatin1());
        QSvgRenderer renderer(svg);
        const QSizeF fitted = renderer.viewBoxF().size().scaled(size, Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        painter.setOpacity(opacity);
        renderer.render(&painter, QRectF((size.width() - fitted.width()) / 2,
                                         (size.height() - fitted.height()) / 2, fitted.width(),
                                         fitted.height()));
        return pixmap;
    }

    QString m_name;
    QByteArray m_svg;
};

}  // namespace

QIcon icon(const QString& name) {
    registerIconResources();
    QFile file(QStringLiteral(":/lipwright/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QIcon(new SvgIconEngine(name, file.readAll()));
}

}  // namespace lipwright::widgets
