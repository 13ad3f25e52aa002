#include "app/presenter/headrenderer.h"

#include "app/presenter/noise.h"
#include "app/presenter/scenery.h"
#include "app/presenter/skintexture.h"

#include <algorithm>
#include <cmath>

namespace lipwright::presenter {

namespace {

constexpr int kOversampling = 2;
constexpr int kFaceMesh = 0;
constexpr int kNeckMesh = 1;
constexpr int kNoiseSize = 256;
constexpr float kNoise = 0.006F;
const cv::Size kTextureSize(1024, 1024);
const cv::Vec3f kNeckJoint(0.0F, 1.1F, -0.7F);

cv::Mat makeNoise(std::uint64_t seed) {
    cv::Mat noise(kNoiseSize, kNoiseSize, CV_32FC1);
    for (int i = 0; i < kNoiseSize * kNoiseSize; ++i) {
        const auto k = static_cast<std::uint64_t>(i) * 4;
        const float sum = uniform(seed + 77, k) + uniform(seed + 77, k + 1) +
                          uniform(seed + 77, k + 2) + uniform(seed + 77, k + 3);
        noise.at<float>(i / kNoiseSize, i % kNoiseSize) = kNoise * (sum - 2.0F) * 1.7F;
    }
    return noise;
}

template <typename T>
T interpolate(const std::vector<T>& values, const std::array<int, 3>& corners,
              const Fragment& fragment) {
    const float a = 1.0F - fragment.weightB - fragment.weightC;
    return values[static_cast<std::size_t>(corners[0])] * a +
           values[static_cast<std::size_t>(corners[1])] * fragment.weightB +
           values[static_cast<std::size_t>(corners[2])] * fragment.weightC;
}

std::vector<cv::Vec3f> projected(const Mesh& mesh, const Camera& camera) {
    std::vector<cv::Vec3f> screen(mesh.positions.size());
    std::transform(mesh.positions.begin(), mesh.positions.end(), screen.begin(),
                   [&](const cv::Vec3f& point) { return camera.project(point); });
    return screen;
}

}  // namespace

HeadRenderer::HeadRenderer(const Identity& identity, cv::Size size, float headHeight)
    : m_identity(identity),
      m_size(size),
      m_pixelsPerUnit(static_cast<float>(size.height) * headHeight / (kChinBottom - kCrown)),
      m_shape(identity),
      m_face(m_shape) {
    m_meshes = {m_face.rest(), makeNeck(identity, m_neckFollows), makeMouthInside(m_shape)};
    if (identity.longHair) {
        m_meshes.push_back(makeLongHair(identity));
    } else {
        m_meshes.push_back(makeEar(m_shape, identity, -1.0F));
        m_meshes.push_back(makeEar(m_shape, identity, 1.0F));
    }
    m_posed = m_meshes;
    m_texture = paintSkin(m_shape, m_face, identity, kTextureSize);
    m_noise = makeNoise(identity.seed);
    for (std::size_t i = 0; i < m_gamma.size(); ++i) {
        const float linear = static_cast<float>(i) / 4096.0F;
        m_gamma[i] = static_cast<std::uint8_t>(std::lrint(255.0F * std::pow(linear, 1.0F / 2.2F)));
    }
    paintBackground();
}

Camera HeadRenderer::cameraFor(const HeadPosition& head, int scale) const {
    Camera camera;
    const auto factor = static_cast<float>(scale);
    camera.rotation = rotationOf(head);
    camera.pivot = kNeckJoint;
    camera.shift = head.shift;
    camera.pixelsPerUnit = m_pixelsPerUnit * factor;
    // The head's middle a little above the picture's; pixel centres of the finer grid.
    const float offset = 0.5F * (factor - 1.0F);
    camera.centre = cv::Point2f(0.5F * static_cast<float>(m_size.width) * factor + offset,
                                0.46F * static_cast<float>(m_size.height) * factor + offset);
    return camera;
}

void HeadRenderer::paintBackground() {
    m_background = paintRoom(m_identity, m_size);
    m_canvas = m_background.clone();
    m_posed = {makeShoulders(m_identity)};
    const Camera camera = cameraFor({}, kOversampling);
    m_rasterizer.begin(m_size * kOversampling);
    m_rasterizer.draw(m_posed[0], projected(m_posed[0], camera), 0);
    shade({}, camera);
    m_background = m_canvas.clone();
    m_posed = m_meshes;
}

void HeadRenderer::placeHead(const Moment& moment) {
    m_face.pose(moment.mouth, m_posed[kFaceMesh]);
    const Camera camera = cameraFor(moment.head, kOversampling);
    const Camera still = cameraFor({}, kOversampling);
    m_rasterizer.begin(m_size * kOversampling);
    for (std::size_t i = 0; i < m_posed.size(); ++i) {
        std::vector<cv::Vec3f> screen = projected(m_posed[i], camera);
        if (i == kNeckMesh) {
            for (std::size_t k = 0; k < screen.size(); ++k) {
                const cv::Vec3f resting = still.project(m_posed[i].positions[k]);
                screen[k] = resting + (screen[k] - resting) * m_neckFollows[k];
            }
        }
        m_rasterizer.draw(m_posed[i], screen, static_cast<int>(i));
    }
}

cv::Vec4f HeadRenderer::skinAt(float column, float row) const {
    const float x = column * static_cast<float>(m_texture.cols - 1) /
                    static_cast<float>(m_face.rest().columns - 1);
    const float y =
        row * static_cast<float>(m_texture.rows - 1) / static_cast<float>(m_face.rest().rows - 1);
    const int x0 = std::clamp(static_cast<int>(x), 0, m_texture.cols - 2);
    const int y0 = std::clamp(static_cast<int>(y), 0, m_texture.rows - 2);
    const float tx = x - static_cast<float>(x0);
    const float ty = y - static_cast<float>(y0);
    const auto* upper = m_texture.ptr<cv::Vec4f>(y0) + x0;
    const auto* lower = m_texture.ptr<cv::Vec4f>(y0 + 1) + x0;
    return (upper[0] * (1.0F - tx) + upper[1] * tx) * (1.0F - ty) +
           (lower[0] * (1.0F - tx) + lower[1] * tx) * ty;
}

cv::Vec3f HeadRenderer::colourAt(const Fragment& fragment, const Moment& moment,
                                 const Camera& camera) const {
    const Mesh& mesh = m_posed[static_cast<std::size_t>(fragment.mesh)];
    const auto& corners = mesh.triangles[static_cast<std::size_t>(fragment.triangle)];
    const cv::Vec4f attribute = interpolate(mesh.attributes, corners, fragment);
    if (mesh.material == Material::mouth) {
        return mouthInside(m_identity, moment.mouth, attribute[0], attribute[1]);
    }
    const cv::Vec3f normal =
        cv::normalize(camera.turn(interpolate(mesh.normals, corners, fragment)));
    if (mesh.material == Material::plain) {
        return lit(m_identity, {attribute[0], attribute[1], attribute[2]}, 0.1F, normal);
    }
    const cv::Vec4f skin = skinAt(attribute[0], attribute[1]);
    cv::Vec3f albedo(skin[0], skin[1], skin[2]);
    float gloss = skin[3];
    paintEye(m_identity, moment.eyes, attribute[2], attribute[3], albedo, gloss);
    return lit(m_identity, albedo, gloss, normal);
}

// Adds the fragments to the canvas, averaging the finer grid's pixels.
void HeadRenderer::shade(const Moment& moment, const Camera& camera) {
    const cv::Rect touched = m_rasterizer.touched();
    constexpr float kShare = 1.0F / (kOversampling * kOversampling);
    for (int y = touched.y / kOversampling; y * kOversampling < touched.br().y; ++y) {
        auto* row = m_canvas.ptr<cv::Vec3f>(y);
        for (int x = touched.x / kOversampling; x * kOversampling < touched.br().x; ++x) {
            cv::Vec3f sum;
            int covered = 0;
            for (int i = 0; i < kOversampling * kOversampling; ++i) {
                const Fragment& fragment = m_rasterizer.at(x * kOversampling + i % kOversampling,
                                                           y * kOversampling + i / kOversampling);
                if (fragment.mesh >= 0) {
                    sum += colourAt(fragment, moment, camera);
                    ++covered;
                }
            }
            row[x] = row[x] * (1.0F - kShare * static_cast<float>(covered)) + sum * kShare;
        }
    }
}

void HeadRenderer::encode(std::uint64_t grainSeed, cv::Mat& picture) const {
    picture.create(m_size, CV_8UC3);
    const auto shiftX = static_cast<int>(mixed(grainSeed, 1) % kNoiseSize);
    const auto shiftY = static_cast<int>(mixed(grainSeed, 2) % kNoiseSize);
    for (int y = 0; y < m_size.height; ++y) {
        const auto* from = m_canvas.ptr<cv::Vec3f>(y);
        auto* to = picture.ptr<cv::Vec3b>(y);
        const auto* noise = m_noise.ptr<float>((y + shiftY) % kNoiseSize);
        for (int x = 0; x < m_size.width; ++x) {
            const float n = noise[(x + shiftX) % kNoiseSize];
            for (int c = 0; c < 3; ++c) {
                const float value =
                    std::clamp(from[x][c] * (1.0F + 4.0F * n) + 0.3F * n, 0.0F, 1.0F);
                to[x][c] = m_gamma[static_cast<std::size_t>(value * 4096.0F)];
            }
        }
    }
}

cv::Mat HeadRenderer::render(const Moment& moment) {
    placeHead(moment);
    m_background.copyTo(m_canvas);
    shade(moment, cameraFor(moment.head, kOversampling));
    cv::Mat picture;
    encode(moment.grain, picture);
    return picture;
}

cv::Point2f HeadRenderer::pixelOf(const Moment& moment, float x, float y, bool below) const {
    const cv::Vec3f rest = m_shape.frontPoint(x, y);
    const cv::Vec3f point = rest + m_shape.weights(rest, below).displacement(moment.mouth);
    const cv::Vec3f screen = cameraFor(moment.head, 1).project(point);
    return {screen[0], screen[1]};
}

cv::Point2f HeadRenderer::silhouetteOf(const Moment& moment, float side, float y) const {
    const cv::Vec3f rest = m_shape.surface(side * 1.45F, y);
    const cv::Vec3f point = rest + m_shape.weights(rest, true).displacement(moment.mouth);
    const cv::Vec3f screen = cameraFor(moment.head, 1).project(point);
    return {screen[0], screen[1]};
}

}  // namespace lipwright::presenter
