// The film's own pictures of a mouth, and which of them are picked or banned.
#pragma once

#include "widgets/panels/librarypicker.h"

#include <QAbstractListModel>
#include <set>

namespace lipwright::widgets {

class LibraryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Verdict { neutral, picked, banned };
    static constexpr int kVerdictRole = Qt::UserRole;
    using QAbstractListModel::QAbstractListModel;

    void setPictures(std::vector<LibraryPicture> pictures);
    void setChosen(const std::vector<std::int64_t>& picked,
                   const std::vector<std::int64_t>& banned);
    void setVerdict(int row, Verdict verdict);
    void cycle(int row);  ///< neutral, picked, banned, neutral
    void clearVerdicts();
    [[nodiscard]] std::vector<std::int64_t> picked() const;
    [[nodiscard]] std::vector<std::int64_t> banned() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void chosenChanged();  ///< by a verdict, not by setChosen()

private:
    [[nodiscard]] Verdict verdictOf(std::int64_t frame) const;
    void tellAll();

    std::vector<LibraryPicture> m_pictures;
    std::set<std::int64_t> m_picked;  ///< also of frames that are not among the pictures
    std::set<std::int64_t> m_banned;
};

}  // namespace lipwright::widgets
