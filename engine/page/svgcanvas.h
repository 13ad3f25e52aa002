// SVG elements in the coordinates of a plot.
#pragma once

#include <string>

namespace lipwright::page {

class SvgCanvas {
public:
    SvgCanvas(double width, double height) : m_width(width), m_height(height) {}

    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double height() const { return m_height; }

    /// `title`: HTML already, shown as a tooltip; may be empty.
    void rectangle(const char* kind, double x, double y, double width, double height,
                   const std::string& title = {});
    void line(const char* kind, double x1, double y1, double x2, double y2);
    void circle(const char* kind, double x, double y, double radius, const std::string& title = {});
    void path(const char* kind, const std::string& commands);
    /// `anchor`: "start", "middle" or "end".
    void text(double x, double y, const char* anchor, const std::string& text);

    /// `label`: what a reader who does not see the picture is told.
    [[nodiscard]] std::string picture(const std::string& label) const;

private:
    double m_width;
    double m_height;
    std::string m_elements;
};

}  // namespace lipwright::page
