// Export: preset, languages, range, folder and name; shows what will be re-encoded, what is kept
// identical, problems and warnings before anything starts. Asks for a preview at every change.
#pragma once

#include "engine/dubbing/exportsettings.h"

#include <QDialog>
#include <memory>

namespace lipwright::widgets {

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    struct Choices {
        QStringList languages;  ///< of the project's dub tracks, ISO 639-2 or empty
        qint64 frameCount = 0;
        std::optional<core::FrameRange> inOut;
    };
    ExportDialog(const Choices& choices, const dubbing::ExportSettings& settings,
                 QWidget* parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] dubbing::ExportSettings settings() const;
    /// The answer to previewRequested(); the export button follows its problems.
    void setPreview(const dubbing::ExportPreview& preview);

Q_SIGNALS:
    void previewRequested(const lipwright::dubbing::ExportSettings& settings);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lipwright::widgets
