// How the plots of the command line look: the parts that all of them share. Colours are Okabe and
// Ito's, which colour-blind people can tell apart.
#pragma once

#include <QColor>
#include <QString>
#include <array>

class QCPAxisRect;
class QCPLayoutGrid;
class QCPLegend;
class QCustomPlot;

namespace lipwright::cli {

inline constexpr QRgb kPlotBlue = 0xff0072b2;
inline constexpr QRgb kPlotVermillion = 0xffd55e00;
inline constexpr QRgb kPlotGrey = 0xff707070;
inline constexpr QRgb kPlotPaleGrey = 0xffb4b4b4;
inline constexpr std::array<QRgb, 7> kPlotColours{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                                  0xffe69f00, 0xff56b4e9, 0xff5d3a9b};

/// A line across the whole picture, in a row of its own below what is there.
void addPlotLine(QCustomPlot& plot, const QString& text, int points, bool bold);
/// Axes with a grid, in the first column of a row of their own.
QCPAxisRect* addPlotAxes(QCustomPlot& plot, QCPLayoutGrid& layout, const QString& xLabel,
                         const QString& yLabel);
/// Side by side, `perRow` names in a row.
QCPLegend* addPlotLegend(QCPLayoutGrid& layout, int row, int column, int perRow);

}  // namespace lipwright::cli
