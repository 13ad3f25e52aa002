// Where film pixels lie in the viewer: fit or zoom, pan, and one pane or two side by side. Numbers
// only. Widget coordinates are logical pixels; the zoom counts device pixels per film pixel.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace lipwright::widgets {

class ViewGeometry {
public:
    static constexpr double kLargestZoom = 16.0;

    void setWidget(QSizeF size, double devicePixelRatio);
    void setFilm(QSizeF size);
    void setPanes(int panes);  ///< 1 or 2

    void fit();
    void setZoom(double zoom, QPointF keep);  ///< what lies at `keep` stays there
    void pan(QPointF delta);
    [[nodiscard]] bool isFit() const { return m_fit; }
    [[nodiscard]] double zoom() const;

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] int panes() const { return m_panes; }
    [[nodiscard]] QRectF pane(int number) const;
    [[nodiscard]] int paneAt(QPointF position) const;
    /// The whole picture in the pane; reaches beyond it when zoomed in.
    [[nodiscard]] QRectF picture(int pane) const;
    [[nodiscard]] double scale() const;  ///< logical pixels per film pixel
    [[nodiscard]] QPointF toFilm(QPointF position) const;
    [[nodiscard]] QPointF fromFilm(QPointF point, int pane = 0) const;

private:
    [[nodiscard]] double fitZoom() const;
    void keepInside();

    QSizeF m_widget;
    QSizeF m_film;
    double m_ratio = 1.0;
    int m_panes = 1;
    bool m_fit = true;
    double m_zoom = 1.0;
    QPointF m_centre;  ///< the film point in the middle of a pane
};

}  // namespace lipwright::widgets
