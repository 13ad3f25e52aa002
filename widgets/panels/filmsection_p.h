// The film: its name and format, what is odd about it, and the way to bring one or find it again.
#pragma once

#include "widgets/panels/card_p.h"
#include "widgets/panels/panelcontent.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lipwright::widgets {

class FilmSection : public Card {
    Q_OBJECT
public:
    explicit FilmSection(QWidget* parent = nullptr);
    void setFilm(const FilmSummary& film);

Q_SIGNALS:
    void importRequested();
    void relinkRequested();

private:
    void addNote(const QString& text);

    QLabel* m_name;
    QLabel* m_format;
    QVBoxLayout* m_notes;
    QPushButton* m_import;
    QPushButton* m_relink;
};

}  // namespace lipwright::widgets
