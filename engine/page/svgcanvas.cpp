#include "engine/page/svgcanvas.h"

#include "engine/page/htmltext.h"
#include "engine/page/numbertext.h"

namespace lipwright::page {
namespace {

std::string attribute(const char* name, double value) {
    return std::string(" ") + name + "=\"" + decimals(value, 1) + "\"";
}

std::string start(const char* name, const char* kind) {
    return "<" + std::string(name) + " class=\"" + kind + "\"";
}

std::string ending(const char* name, const std::string& title) {
    return title.empty() ? "/>" : "><title>" + title + "</title></" + name + ">";
}

}  // namespace

void SvgCanvas::rectangle(const char* kind, double x, double y, double width, double height,
                          const std::string& title) {
    m_elements += start("rect", kind) + attribute("x", x) + attribute("y", y) +
                  attribute("width", width) + attribute("height", height) + ending("rect", title);
}

void SvgCanvas::line(const char* kind, double x1, double y1, double x2, double y2) {
    m_elements += start("line", kind) + attribute("x1", x1) + attribute("y1", y1) +
                  attribute("x2", x2) + attribute("y2", y2) + "/>";
}

void SvgCanvas::circle(const char* kind, double x, double y, double radius,
                       const std::string& title) {
    m_elements += start("circle", kind) + attribute("cx", x) + attribute("cy", y) +
                  attribute("r", radius) + ending("circle", title);
}

void SvgCanvas::path(const char* kind, const std::string& commands) {
    m_elements += start("path", kind) + " d=\"" + commands + "\"/>";
}

void SvgCanvas::text(double x, double y, const char* anchor, const std::string& text) {
    m_elements += "<text" + attribute("x", x) + attribute("y", y) + " text-anchor=\"" + anchor +
                  "\">" + escaped(text) + "</text>";
}

std::string SvgCanvas::picture(const std::string& label) const {
    const std::string size = decimals(m_width, 0) + " " + decimals(m_height, 0);
    return "<svg role=\"img\" aria-label=\"" + escaped(label) + "\" viewBox=\"0 0 " + size + "\"" +
           attribute("width", m_width) + attribute("height", m_height) + ">" + m_elements +
           "</svg>";
}

}  // namespace lipwright::page
