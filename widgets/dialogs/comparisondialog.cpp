#include "widgets/dialogs/comparisondialog.h"

#include "widgets/dialogs/dialogparts_p.h"
#include "widgets/style/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace lipwright::widgets {

constexpr int kRowAir = 10;

struct ComparisonDialog::State {
    std::vector<ComparedSentence> sentences;
    QLabel* summary = nullptr;
    QListWidget* list = nullptr;
    MouthPlot* plot = nullptr;
    QPushButton* play = nullptr;

    [[nodiscard]] const ComparedSentence* current() const {
        const int row = list->currentRow();
        return row >= 0 && row < static_cast<int>(sentences.size())
                   ? &sentences[static_cast<std::size_t>(row)]
                   : nullptr;
    }
    void showCurrent() const {
        const ComparedSentence* sentence = current();
        plot->setCurves(sentence != nullptr ? sentence->curves : MouthCurves{});
        play->setEnabled(sentence != nullptr);
    }
    void showSummary(const QLocale& locale) const;
};

void ComparisonDialog::State::showSummary(const QLocale& locale) const {
    if (sentences.empty()) {
        summary->setText(ComparisonDialog::tr("There are no sentences to compare on."));
        return;
    }
    double universal = 0.0;
    double adapted = 0.0;
    int better = 0;
    for (const ComparedSentence& sentence : sentences) {
        universal += sentence.curves.universalCorrelation;
        adapted += sentence.curves.adaptedCorrelation;
        better += sentence.curves.adaptedCorrelation > sentence.curves.universalCorrelation ? 1 : 0;
    }
    const auto count = static_cast<int>(sentences.size());
    summary->setText(
        ComparisonDialog::tr("Better on %1 of %n sentence(s) that were never learned from; "
                             "agreement with the film on average %2 → %3.",
                             nullptr, count)
            .arg(better)
            .arg(locale.toString(universal / count, 'f', 2),
                 locale.toString(adapted / count, 'f', 2)));
}

ComparisonDialog::ComparisonDialog(const QString& modelName, QWidget* parent)
    : QDialog(parent), m_state(std::make_unique<State>()) {
    State& s = *m_state;
    setWindowTitle(tr("%1 against the universal model").arg(modelName));
    setObjectName(QStringLiteral("comparisonDialog"));
    resize(760, 400);
    s.summary = proseLabel(tr("Listening to the sentences the model was tested on…"), this);
    s.summary->setObjectName(QStringLiteral("summary"));
    s.list = new QListWidget(this);
    s.list->setObjectName(QStringLiteral("sentences"));
    s.list->setAccessibleName(tr("Sentences"));
    s.list->setAlternatingRowColors(true);
    s.list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    s.list->setMaximumWidth(200);
    s.plot = new MouthPlot(this);
    s.plot->setObjectName(QStringLiteral("curves"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    s.play = buttons->addButton(tr("&Play the sentence"), QDialogButtonBox::ActionRole);
    s.play->setObjectName(QStringLiteral("playSentence"));
    s.play->setIcon(icon(QStringLiteral("play")));
    s.play->setEnabled(false);
    auto* columns = new QHBoxLayout;
    columns->addWidget(s.list);
    columns->addWidget(s.plot, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(s.summary);
    layout->addLayout(columns, 1);
    layout->addWidget(remarkLabel(tr("The opening of the mouth over the sentence, as it was "
                                     "measured in the film and as the models hear it in the film's "
                                     "own sound, before lips are closed on m, b and p. The numbers "
                                     "are correlations with the film."),
                                  this));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(s.list, &QListWidget::currentRowChanged, this, [this] { m_state->showCurrent(); });
    connect(s.plot, &MouthPlot::frameRequested, this, &ComparisonDialog::frameRequested);
    const auto play = [this] {
        if (const ComparedSentence* sentence = m_state->current()) {
            Q_EMIT playRequested(sentence->frames);
        }
    };
    connect(s.play, &QPushButton::clicked, this, play);
    connect(s.list, &QListWidget::itemActivated, this, play);
}

ComparisonDialog::~ComparisonDialog() = default;

void ComparisonDialog::setSentences(const std::vector<ComparedSentence>& sentences) {
    State& s = *m_state;
    s.sentences = sentences;
    s.list->clear();
    for (const ComparedSentence& sentence : sentences) {
        const auto number = [this](double value) { return locale().toString(value, 'f', 2); };
        auto* item = new QListWidgetItem(
            tr("%1\n%2 → %3", "where, correlations")
                .arg(sentence.name, number(sentence.curves.universalCorrelation),
                     number(sentence.curves.adaptedCorrelation)),
            s.list);
        item->setSizeHint({0, 2 * s.list->fontMetrics().height() + kRowAir});
    }
    s.showSummary(locale());
    s.list->setCurrentRow(sentences.empty() ? -1 : 0);
}

void ComparisonDialog::setProblem(const QString& text) {
    m_state->sentences.clear();
    m_state->list->clear();
    m_state->summary->setText(text);
}

void ComparisonDialog::setPlayhead(std::int64_t frame) {
    m_state->plot->setPlayhead(frame);
}

}  // namespace lipwright::widgets
