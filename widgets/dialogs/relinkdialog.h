// Media a project names that can not be found: search a folder for all, or choose a file for one.
#pragma once

#include <QDialog>
#include <QStringList>
#include <memory>

namespace lipwright::widgets {

class RelinkDialog : public QDialog {
    Q_OBJECT
public:
    struct Row {
        QString name;
        QString lastPath;
        QString problem;  ///< "not found", "another file of that name"
    };
    explicit RelinkDialog(const QList<Row>& rows, QWidget* parent = nullptr);
    ~RelinkDialog() override;

    void setRows(const QList<Row>& rows);  ///< what is still missing; accepts itself when empty
    void setBusy(bool busy);

Q_SIGNALS:
    void folderChosen(const QString& folder);
    void fileChosen(int row, const QString& file);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
