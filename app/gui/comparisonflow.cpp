#include "app/gui/comparisonflow.h"

#include "app/gui/actorvalues.h"
#include "app/gui/viewercontroller.h"
#include "app/playback/player.h"
#include "app/session/actormodels.h"
#include "app/session/editor.h"
#include "engine/adaptation/validationcurves.h"
#include "widgets/dialogs/comparisondialog.h"

#include <QWidget>

namespace lipwright::app {

using adaptation::ValidationCurve;
using widgets::ComparisonDialog;

ComparisonFlow::ComparisonFlow(const Parts& parts) : QObject(&parts.window), m_parts(parts) {
    connect(&parts.editor.document(), &ProjectDocument::reset, this, [this] {
        if (m_dialog) {
            m_dialog->close();
        }
    });
}

void ComparisonFlow::compare(const std::string& id) {
    Editor& editor = m_parts.editor;
    const models::ActorModel* model = editor.actorModels().find(id);
    const FilmFacts& film = editor.analysis().film();
    if (model == nullptr || !film.faces || !film.index) {
        Q_EMIT editor.warned(tr("Models can be compared when the faces of the film are found."));
        return;
    }
    openDialog(modelName(*model));
    const adaptation::ValidationRequest request{
        film.path, film.index, film.faces, editor.folders().models, editor.document().actorFolder(),
        *model};
    const auto work = [request](std::stop_token stop, const core::ProgressCallback& progress) {
        return adaptation::validationCurves(request, stop, progress);
    };
    const auto done = [self = QPointer<ComparisonFlow>(this),
                       dialog = m_dialog](const core::Result<Curves>& curves) {
        if (self && dialog && dialog == self->m_dialog) {
            self->showCurves(curves);
        }
    };
    const JobId job =
        editor.jobs().submit<Curves>({tr("Compare models"), JobLane::bulk}, work, done);
    connect(m_dialog, &QObject::destroyed, &editor.jobs(),
            [&jobs = editor.jobs(), job] { jobs.cancel(job); });
}

void ComparisonFlow::openDialog(const QString& name) {
    if (m_dialog) {
        m_dialog->close();
    }
    m_dialog = new ComparisonDialog(name, &m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ComparisonDialog::playRequested, &m_parts.viewer,
            &ViewerController::playOriginal);
    connect(m_dialog, &ComparisonDialog::frameRequested, this, [this](std::int64_t frame) {
        m_parts.player.pause();
        m_parts.player.seek(frame);
    });
    connect(&m_parts.player, &Player::positionChanged, m_dialog, &ComparisonDialog::setPlayhead);
    m_dialog->show();
}

void ComparisonFlow::showCurves(const core::Result<Curves>& curves) {
    if (!curves) {
        m_dialog->setProblem(QString::fromStdString(curves.error().text()));
        return;
    }
    const project::Film& film = m_parts.editor.project().film;
    const double framesPerSecond = double(film.frameDenominator) / film.frameNumerator;
    std::vector<widgets::ComparedSentence> sentences;
    for (const ValidationCurve& curve : *curves) {
        sentences.push_back(
            {curve.frames,
             QString::fromStdString(
                 core::toTimecode(curve.frames.first, m_parts.editor.timecode())),
             {curve.frames.first, curve.measured, curve.universal, curve.adapted,
              curve.universalCorrelation, curve.adaptedCorrelation, framesPerSecond}});
    }
    m_dialog->setSentences(sentences);
}

}  // namespace lipwright::app
