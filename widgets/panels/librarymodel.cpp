#include "widgets/panels/librarymodel_p.h"

#include <algorithm>

namespace lipwright::widgets {
namespace {

bool sameFrames(const std::vector<LibraryPicture>& a, const std::vector<LibraryPicture>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x.frame == y.frame; });
}

}  // namespace

void LibraryModel::setPictures(std::vector<LibraryPicture> pictures) {
    if (!m_pictures.empty() && sameFrames(m_pictures, pictures)) {
        m_pictures = std::move(pictures);  // more of them have come
        tellAll();
        return;
    }
    beginResetModel();
    m_pictures = std::move(pictures);
    endResetModel();
}

void LibraryModel::setChosen(const std::vector<std::int64_t>& picked,
                             const std::vector<std::int64_t>& banned) {
    m_picked = {picked.begin(), picked.end()};
    m_banned = {banned.begin(), banned.end()};
    tellAll();
}

void LibraryModel::tellAll() {
    if (!m_pictures.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

LibraryModel::Verdict LibraryModel::verdictOf(std::int64_t frame) const {
    if (m_picked.contains(frame)) {
        return Verdict::picked;
    }
    return m_banned.contains(frame) ? Verdict::banned : Verdict::neutral;
}

void LibraryModel::setVerdict(int row, Verdict verdict) {
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const std::int64_t frame = m_pictures[static_cast<std::size_t>(row)].frame;
    if (verdictOf(frame) == verdict) {
        return;
    }
    m_picked.erase(frame);
    m_banned.erase(frame);
    if (verdict != Verdict::neutral) {
        (verdict == Verdict::picked ? m_picked : m_banned).insert(frame);
    }
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT chosenChanged();
}

void LibraryModel::cycle(int row) {
    if (row >= 0 && row < rowCount()) {
        const Verdict now = verdictOf(m_pictures[static_cast<std::size_t>(row)].frame);
        setVerdict(row, now == Verdict::neutral  ? Verdict::picked
                        : now == Verdict::picked ? Verdict::banned
                                                 : Verdict::neutral);
    }
}

void LibraryModel::clearVerdicts() {
    if (!m_picked.empty() || !m_banned.empty()) {
        setChosen({}, {});
        Q_EMIT chosenChanged();
    }
}

std::vector<std::int64_t> LibraryModel::picked() const {
    return {m_picked.begin(), m_picked.end()};
}

std::vector<std::int64_t> LibraryModel::banned() const {
    return {m_banned.begin(), m_banned.end()};
}

int LibraryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_pictures.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const LibraryPicture& picture = m_pictures[static_cast<std::size_t>(index.row())];
    const Verdict verdict = verdictOf(picture.frame);
    switch (role) {
        case Qt::DisplayRole:
            return picture.timecode;
        case Qt::DecorationRole:
            return picture.picture;
        case kVerdictRole:
            return static_cast<int>(verdict);
        case Qt::ToolTipRole:
            return picture.shape;
        case Qt::AccessibleTextRole:
            return verdict == Verdict::picked   ? tr("%1, picked").arg(picture.timecode)
                   : verdict == Verdict::banned ? tr("%1, banned").arg(picture.timecode)
                                                : picture.timecode;
        default:
            return {};
    }
}

}  // namespace lipwright::widgets
