// Shows one frame of the film: original, dubbed, split wipe, side by side or difference, with
// overlays and a mouth inset that follows the chosen face. Paints only what it is given; asks for
// nothing. Zoom with the wheel, pan with the middle button, drag the wipe's edge. A mask brush
// collects strokes in film pixels and gives them out; what they do to the picture is another's.
#pragma once

#include "widgets/viewer/brushmark.h"
#include "widgets/viewer/viewerpicture.h"

#include <QList>
#include <QUrl>
#include <QWidget>
#include <memory>

class QAction;

namespace lipwright::widgets {

class ViewerWidget : public QWidget {
    Q_OBJECT
public:
    enum Overlay { faceBoxes = 1, landmarks = 2, mask = 4, crop = 8, mouthInset = 16 };
    Q_DECLARE_FLAGS(Overlays, Overlay)
    enum class Tool { look, paintMask, eraseMask };

    explicit ViewerWidget(QWidget* parent = nullptr);
    ~ViewerWidget() override;

    void setPicture(const ViewerPicture& picture);
    void setFaces(const std::vector<FaceOverlay>& faces);
    [[nodiscard]] const ViewerPicture& picture() const;

    void setMode(ViewMode mode);
    [[nodiscard]] ViewMode mode() const;
    void setOverlays(Overlays overlays);
    [[nodiscard]] Overlays overlays() const;
    void setWipePosition(double share);  ///< 0..1 of the picture's width: original left of it
    [[nodiscard]] double wipePosition() const;

    /// What stands at the wipe's left, at the left side, and what is subtracted. Names are shown.
    void setComparison(Comparison with, const QString& takeName = {},
                       const QString& shownName = {});
    [[nodiscard]] Comparison comparison() const;
    /// Each of the compared pictures in place of the other.
    void setFlipped(bool flipped);
    [[nodiscard]] bool isFlipped() const;

    /// With a brush the mask is shown; Alt swaps paint and erase, Escape takes a running stroke
    /// back, then puts the brush away.
    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const;
    void setBrushRadius(double filmPixels);  ///< 1 .. a quarter of the film's height
    [[nodiscard]] double brushRadius() const;
    void setBrushSoftness(double softness);  ///< 0..1
    [[nodiscard]] double brushSoftness() const;
    /// Buttons of the strip over the picture while a brush is chosen.
    void setBrushActions(const QList<QAction*>& tools, const QList<QAction*>& keyframes);

    void zoomToFit();
    void setZoom(double screenPixelsPerFilmPixel);  ///< 1 = film pixel on device pixel
    [[nodiscard]] double zoom() const;

    /// Text shown when there is no picture; a short line over the picture (e.g. "rendering ...").
    void setPlaceholder(const QString& text);
    void setBanner(const QString& text);

    /// Widget coordinates to film pixels, and back.
    [[nodiscard]] QPointF toFilm(QPointF position) const;
    [[nodiscard]] QPointF fromFilm(QPointF point) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void faceClicked(int track, int actor);
    void modeChanged(lipwright::widgets::ViewMode mode);
    void overlaysChanged(lipwright::widgets::ViewerWidget::Overlays overlays);
    void zoomChanged(double zoom);
    void filesDropped(const QList<QUrl>& files);
    void toolChanged(lipwright::widgets::ViewerWidget::Tool tool);
    void flippedChanged(bool flipped);
    void brushStrokeBegun();
    void brushStroke(const QList<lipwright::widgets::BrushMark>& marks);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void zoomAt(double zoom, QPointF position);
    void tellZoom();
    void hover(QPointF position);
    void chooseFace(int index);
    bool focusFace(int step);
    void connectBrush();
    void showBrush();

    struct State;
    std::unique_ptr<State> m_state;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(ViewerWidget::Overlays)

}  // namespace lipwright::widgets
