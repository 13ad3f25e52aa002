// Chooses by hand which of the film's own pictures a segment's mouth is preferably, or never, made
// from. Stays open beside the window; tells every change at once.
#pragma once

#include <QDialog>
#include <QImage>
#include <QString>
#include <cstdint>
#include <vector>

class QLabel;
class QListView;
class QPushButton;

namespace lipwright::widgets {

struct LibraryPicture {
    std::int64_t frame = 0;
    QString timecode;
    QString shape;   ///< how open, wide and round the mouth is, in words
    QImage picture;  ///< square; null while it is being made
};

class LibraryModel;

class LibraryPicker : public QDialog {
    Q_OBJECT
public:
    explicit LibraryPicker(QWidget* parent = nullptr);
    /// In the order to be shown: by mouth shape.
    void setPictures(std::vector<LibraryPicture> pictures);
    void setChosen(const std::vector<std::int64_t>& picked,
                   const std::vector<std::int64_t>& banned);

Q_SIGNALS:
    void framesChosen(const std::vector<std::int64_t>& picked,
                      const std::vector<std::int64_t>& banned);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeList();
    void showCounts();
    [[nodiscard]] bool handleKey(int key);

    LibraryModel* m_model;
    QListView* m_list;
    QLabel* m_hint;
    QLabel* m_counts;
    QPushButton* m_clear;
};

}  // namespace lipwright::widgets
