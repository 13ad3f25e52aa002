// Chooses a preset and says whether the settings still are as it has them; saves, renames and
// deletes presets. Names are typed in place.
#pragma once

#include "engine/project/project.h"

#include <QWidget>
#include <vector>

class QAction;
class QComboBox;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace lipwright::widgets {

class PresetBar : public QWidget {
    Q_OBJECT
public:
    explicit PresetBar(QWidget* parent = nullptr);
    void setPresets(const std::vector<project::Preset>& presets);
    /// Of the selected segments.
    void showSettings(const std::vector<project::SegmentSettings>& settings);
    [[nodiscard]] const project::Preset* reference() const;  ///< null: the default

Q_SIGNALS:
    void applied(lipwright::project::Id preset);  ///< 0: the default
    void saved(const QString& name);
    void renamed(lipwright::project::Id preset, const QString& name);
    void removed(lipwright::project::Id preset);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeMenu();
    void fill();
    void askForName(project::Id preset, const QString& name);
    void endAsking();
    void takeName();

    QStackedWidget* m_stack;
    QComboBox* m_choice;
    QLineEdit* m_name;
    QToolButton* m_more;
    QAction* m_rename;
    QAction* m_remove;
    std::vector<project::Preset> m_presets;
    std::vector<project::SegmentSettings> m_settings;
    project::Id m_reference = 0;
    project::Id m_named = 0;  ///< the preset that gets the name being typed; 0: a new one
};

}  // namespace lipwright::widgets
