<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>About Lipwright</source>
            <translation>Про Lipwright</translation>
        </message>
        <message>
            <source>&lt;h3&gt;Lipwright %1&lt;/h3&gt;&lt;p&gt;An editor for lip-sync dubbing.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
            <translation>&lt;h3&gt;Lipwright %1&lt;/h3&gt;&lt;p&gt;Редактор дубляжу з узгодженням губ.&lt;/p&gt;&lt;p&gt;Вільне програмне забезпечення за Загальною публічною ліцензією GNU, версія 3 або новіша.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>What Lipwright is for</source>
            <translation>Для чого Lipwright</translation>
        </message>
        <message>
            <source>&lt;p&gt;Lipwright matches the mouths of actors to a translation of what they said, with their consent.&lt;/p&gt;&lt;p&gt;It is not for putting words into the mouth of someone who did not agree to it. Every export names what was changed and who agreed.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Lipwright узгоджує губи акторів із перекладом того, що вони сказали, за їхньою згодою.&lt;/p&gt;&lt;p&gt;Він не для того, щоб вкладати слова в уста того, хто на це не погодився. Кожен експорт називає, що змінено і хто погодився.&lt;/p&gt;</translation>
        </message>
    </context>
    <context>
        <name>ActorValues</name>
        <message>
            <source>Opening, agreement with the film</source>
            <translation>Розкриття, збіг із фільмом</translation>
        </message>
        <message>
            <source>Painted mouth, likeness</source>
            <translation>Намальований рот, схожість</translation>
        </message>
        <message>
            <source> dB</source>
            <translation> дБ</translation>
        </message>
        <message>
            <source>Model of %1</source>
            <comment>date</comment>
            <translation>Модель від %1</translation>
        </message>
        <message>
            <source>Universal</source>
            <translation>Універсальні</translation>
        </message>
        <message>
            <source>Missing model (%1)</source>
            <translation>Немає моделі (%1)</translation>
        </message>
        <message>
            <source>Learned from %1 of film, tested on %2, in %3</source>
            <translation>Навчено на %1 фільму, перевірено на %2, за %3</translation>
        </message>
        <message>
            <source>%1 (of %2)</source>
            <comment>model, another actor</comment>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Файл</translation>
        </message>
        <message>
            <source>&amp;New project</source>
            <translation>&amp;Новий проєкт</translation>
        </message>
        <message>
            <source>&amp;Open project…</source>
            <translation>&amp;Відкрити проєкт…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>Відкрити &amp;недавній</translation>
        </message>
        <message>
            <source>Open the sa&amp;mple</source>
            <translation>Відкрити з&amp;разок</translation>
        </message>
        <message>
            <source>A synthetic presenter and a Spanish voice</source>
            <translation>Синтетична ведуча та іспанський голос</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Зберегти</translation>
        </message>
        <message>
            <source>Save &amp;as…</source>
            <translation>Зберегти &amp;як…</translation>
        </message>
        <message>
            <source>Import &amp;film…</source>
            <translation>Імпортувати &amp;фільм…</translation>
        </message>
        <message>
            <source>Import &amp;voices…</source>
            <translation>Імпортувати &amp;голоси…</translation>
        </message>
        <message>
            <source>Translated sound for the film</source>
            <translation>Перекладений звук для фільму</translation>
        </message>
        <message>
            <source>Import se&amp;gments…</source>
            <translation>Імпортувати се&amp;гменти…</translation>
        </message>
        <message>
            <source>From SRT, EDL, CSV or OTIO</source>
            <translation>З SRT, EDL, CSV або OTIO</translation>
        </message>
        <message>
            <source>Re&amp;link missing media…</source>
            <translation>Зна&amp;йти відсутні файли…</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Експорт…</translation>
        </message>
        <message>
            <source>Export &amp;change list…</source>
            <translation>Експортувати &amp;список змін…</translation>
        </message>
        <message>
            <source>The changed ranges as EDL, CSV or OTIO</source>
            <translation>Змінені ділянки як EDL, CSV або OTIO</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>Ви&amp;йти</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Редагування</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Скасувати</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Повторити</translation>
        </message>
        <message>
            <source>Select &amp;all segments</source>
            <translation>Вибрати &amp;всі сегменти</translation>
        </message>
        <message>
            <source>&amp;Delete segments</source>
            <translation>Ви&amp;далити сегменти</translation>
        </message>
        <message>
            <source>Set &amp;marker</source>
            <translation>Поставити &amp;мітку</translation>
        </message>
        <message>
            <source>Set &amp;in point</source>
            <translation>Поставити точку &amp;входу</translation>
        </message>
        <message>
            <source>Set &amp;out point</source>
            <translation>Поставити точку ви&amp;ходу</translation>
        </message>
        <message>
            <source>&amp;Clear in and out</source>
            <translation>При&amp;брати вхід і вихід</translation>
        </message>
        <message>
            <source>S&amp;napping</source>
            <translation>При&amp;липання</translation>
        </message>
        <message>
            <source>&amp;Preferences…</source>
            <translation>На&amp;лаштування…</translation>
        </message>
        <message>
            <source>&amp;Segment</source>
            <translation>&amp;Сегмент</translation>
        </message>
        <message>
            <source>Pre&amp;vious segment</source>
            <translation>По&amp;передній сегмент</translation>
        </message>
        <message>
            <source>&amp;Next segment</source>
            <translation>&amp;Наступний сегмент</translation>
        </message>
        <message>
            <source>&amp;Split at the playhead</source>
            <translation>&amp;Розрізати на голівці</translation>
        </message>
        <message>
            <source>&amp;Merge</source>
            <translation>&amp;Об’єднати</translation>
        </message>
        <message>
            <source>&amp;Begin at the playhead</source>
            <translation>По&amp;чати на голівці</translation>
        </message>
        <message>
            <source>&amp;End at the playhead</source>
            <translation>За&amp;кінчити на голівці</translation>
        </message>
        <message>
            <source>Mouth one frame earlier</source>
            <translation>Губи на кадр раніше</translation>
        </message>
        <message>
            <source>Mouth one frame later</source>
            <translation>Губи на кадр пізніше</translation>
        </message>
        <message>
            <source>Mouth 1 ms earlier</source>
            <translation>Губи на 1 мс раніше</translation>
        </message>
        <message>
            <source>Mouth 1 ms later</source>
            <translation>Губи на 1 мс пізніше</translation>
        </message>
        <message>
            <source>&amp;Approve</source>
            <translation>&amp;Схвалити</translation>
        </message>
        <message>
            <source>Mark for re&amp;view</source>
            <translation>Позначити для пере&amp;гляду</translation>
        </message>
        <message>
            <source>B&amp;ypass</source>
            <translation>Об&amp;ійти</translation>
        </message>
        <message>
            <source>The film keeps its picture here</source>
            <translation>Фільм зберігає тут своє зображення</translation>
        </message>
        <message>
            <source>&amp;Take</source>
            <translation>&amp;Дубль</translation>
        </message>
        <message>
            <source>&amp;Render</source>
            <translation>Рен&amp;дер</translation>
        </message>
        <message>
            <source>&amp;Render selected segments</source>
            <translation>&amp;Рендерити вибрані сегменти</translation>
        </message>
        <message>
            <source>&amp;Draft of selected segments</source>
            <translation>&amp;Чернетка вибраних сегментів</translation>
        </message>
        <message>
            <source>Quicker, from the pictures around the segment alone</source>
            <translation>Швидше, лише з кадрів навколо сегмента</translation>
        </message>
        <message>
            <source>Render &amp;all without a take</source>
            <translation>Рендерити &amp;всі без дубля</translation>
        </message>
        <message>
            <source>&amp;Pause rendering</source>
            <translation>При&amp;зупинити рендер</translation>
        </message>
        <message>
            <source>Cancel &amp;selected segments</source>
            <translation>Скасувати в&amp;ибрані сегменти</translation>
        </message>
        <message>
            <source>&amp;Cancel all rendering</source>
            <translation>&amp;Скасувати весь рендер</translation>
        </message>
        <message>
            <source>Propose segments a&amp;new</source>
            <translation>Запропонувати сегменти &amp;наново</translation>
        </message>
        <message>
            <source>From the voice that is heard; segments worked on stay</source>
            <translation>Із голосу, який звучить; опрацьовані сегменти лишаються</translation>
        </message>
        <message>
            <source>&amp;Playback</source>
            <translation>&amp;Відтворення</translation>
        </message>
        <message>
            <source>&amp;Play or pause</source>
            <translation>&amp;Грати або пауза</translation>
        </message>
        <message>
            <source>Play &amp;around the selection</source>
            <translation>Програти &amp;довкола вибраного</translation>
        </message>
        <message>
            <source>Once, with pre- and post-roll</source>
            <translation>Один раз, із запасом до і після</translation>
        </message>
        <message>
            <source>&amp;Loop the selection</source>
            <translation>За&amp;циклити вибране</translation>
        </message>
        <message>
            <source>Play backwards, faster</source>
            <translation>Назад, швидше</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Стоп</translation>
        </message>
        <message>
            <source>Play forwards, faster</source>
            <translation>Уперед, швидше</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>На кадр назад</translation>
        </message>
        <message>
            <source>One frame on</source>
            <translation>На кадр уперед</translation>
        </message>
        <message>
            <source>One second back</source>
            <translation>На секунду назад</translation>
        </message>
        <message>
            <source>One second on</source>
            <translation>На секунду вперед</translation>
        </message>
        <message>
            <source>To the edit before</source>
            <translation>До попередньої межі</translation>
        </message>
        <message>
            <source>Segment end, cut or marker</source>
            <translation>Кінець сегмента, склейка або мітка</translation>
        </message>
        <message>
            <source>To the edit after</source>
            <translation>До наступної межі</translation>
        </message>
        <message>
            <source>To the start</source>
            <translation>На початок</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>На кінець</translation>
        </message>
        <message>
            <source>To the in point</source>
            <translation>До точки входу</translation>
        </message>
        <message>
            <source>To the out point</source>
            <translation>До точки виходу</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Вигляд</translation>
        </message>
        <message>
            <source>&amp;Original</source>
            <translation>&amp;Оригінал</translation>
        </message>
        <message>
            <source>&amp;Dubbed</source>
            <translation>&amp;Дубляж</translation>
        </message>
        <message>
            <source>Split &amp;wipe</source>
            <translation>&amp;Шторка</translation>
        </message>
        <message>
            <source>&amp;Side by side</source>
            <translation>&amp;Поруч</translation>
        </message>
        <message>
            <source>Di&amp;fference</source>
            <translation>Рі&amp;зниця</translation>
        </message>
        <message>
            <source>Swap original and dubbed</source>
            <translation>Поміняти оригінал і дубляж</translation>
        </message>
        <message>
            <source>F&amp;aces</source>
            <translation>О&amp;бличчя</translation>
        </message>
        <message>
            <source>&amp;Landmarks</source>
            <translation>&amp;Орієнтири</translation>
        </message>
        <message>
            <source>&amp;Mask</source>
            <translation>&amp;Маска</translation>
        </message>
        <message>
            <source>&amp;Crop</source>
            <translation>&amp;Кадрування</translation>
        </message>
        <message>
            <source>Mouth &amp;inset</source>
            <translation>&amp;Вставка рота</translation>
        </message>
        <message>
            <source>Fit the picture</source>
            <translation>Умістити зображення</translation>
        </message>
        <message>
            <source>Picture at 100 %</source>
            <translation>Зображення 100 %</translation>
        </message>
        <message>
            <source>Zoom the timeline in</source>
            <translation>Наблизити часову шкалу</translation>
        </message>
        <message>
            <source>Zoom the timeline out</source>
            <translation>Віддалити часову шкалу</translation>
        </message>
        <message>
            <source>Whole film on the timeline</source>
            <translation>Увесь фільм на шкалі</translation>
        </message>
        <message>
            <source>Zoom to the selection</source>
            <translation>Наблизити вибране</translation>
        </message>
        <message>
            <source>&amp;Panels</source>
            <translation>&amp;Панелі</translation>
        </message>
        <message>
            <source>&amp;Reset the layout</source>
            <translation>&amp;Скинути розташування</translation>
        </message>
        <message>
            <source>F&amp;ull screen</source>
            <translation>На весь &amp;екран</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Довідка</translation>
        </message>
        <message>
            <source>&amp;Keyboard…</source>
            <translation>&amp;Клавіатура…</translation>
        </message>
        <message>
            <source>What Lipwright is &amp;for…</source>
            <translation>&amp;Для чого Lipwright…</translation>
        </message>
        <message>
            <source>&amp;About Lipwright…</source>
            <translation>&amp;Про Lipwright…</translation>
        </message>
        <message>
            <source>Quality re&amp;port…</source>
            <translation>Звіт &amp;про якість…</translation>
        </message>
        <message>
            <source>A page, a table and a JSON file of how every segment is</source>
            <translation>Сторінка, таблиця і файл JSON про якість кожного сегмента</translation>
        </message>
        <message>
            <source>Re&amp;touch</source>
            <translation>Ре&amp;туш</translation>
        </message>
        <message>
            <source>Shape the &amp;opening</source>
            <translation>Формувати &amp;розкриття</translation>
        </message>
        <message>
            <source>The curve in the shape lane: how far the lips are apart</source>
            <translation>Крива у смузі форми: наскільки розкриті губи</translation>
        </message>
        <message>
            <source>Shape the &amp;width</source>
            <translation>Формувати &amp;ширину</translation>
        </message>
        <message>
            <source>The curve in the shape lane: between the corners of the mouth</source>
            <translation>Крива у смузі форми: між кутиками рота</translation>
        </message>
        <message>
            <source>Shape the &amp;rounding</source>
            <translation>Формувати &amp;округлення</translation>
        </message>
        <message>
            <source>The curve in the shape lane: lips pushed forward</source>
            <translation>Крива у смузі форми: губи витягнуто вперед</translation>
        </message>
        <message>
            <source>Raise the curve at the playhead</source>
            <translation>Підняти криву на голівці</translation>
        </message>
        <message>
            <source>Lower the curve at the playhead</source>
            <translation>Опустити криву на голівці</translation>
        </message>
        <message>
            <source>Shape more frames around</source>
            <translation>Формувати більше кадрів довкола</translation>
        </message>
        <message>
            <source>How many frames follow a point that is dragged</source>
            <translation>Скільки кадрів рухається за точкою, яку тягнуть</translation>
        </message>
        <message>
            <source>Shape fewer frames around</source>
            <translation>Формувати менше кадрів довкола</translation>
        </message>
        <message>
            <source>Stronger mouth</source>
            <translation>Сильніший рух рота</translation>
        </message>
        <message>
            <source>Of the stretch chosen in the shape lane, or of the whole segment</source>
            <translation>На ділянці, вибраній у смузі форми, або в усьому сегменті</translation>
        </message>
        <message>
            <source>Weaker mouth</source>
            <translation>Слабший рух рота</translation>
        </message>
        <message>
            <source>&amp;Close the lips</source>
            <translation>&amp;Зімкнути губи</translation>
        </message>
        <message>
            <source>At the playhead</source>
            <translation>На голівці</translation>
        </message>
        <message>
            <source>S&amp;mooth the shape</source>
            <translation>З&amp;гладити форму</translation>
        </message>
        <message>
            <source>Reset the shape of the stretch</source>
            <translation>Скинути форму ділянки</translation>
        </message>
        <message>
            <source>As the voice asks for again, in the stretch chosen in the shape lane</source>
            <translation>Знову так, як вимагає голос, на ділянці, вибраній у смузі форми</translation>
        </message>
        <message>
            <source>Reset the whole shape</source>
            <translation>Скинути всю форму</translation>
        </message>
        <message>
            <source>As the voice asks for again, in the whole segment</source>
            <translation>Знову так, як вимагає голос, в усьому сегменті</translation>
        </message>
        <message>
            <source>Render after shaping</source>
            <translation>Рендерити після зміни форми</translation>
        </message>
        <message>
            <source>A draft of the segment as soon as its shape was changed</source>
            <translation>Чернетка сегмента, щойно змінено його форму</translation>
        </message>
        <message>
            <source>Opacity &amp;keyframe at the playhead</source>
            <translation>&amp;Ключовий кадр непрозорості на голівці</translation>
        </message>
        <message>
            <source>Sets one, or removes the one that is there</source>
            <translation>Ставить новий або прибирає наявний</translation>
        </message>
        <message>
            <source>More of the take at the playhead</source>
            <translation>Більше дубля на голівці</translation>
        </message>
        <message>
            <source>Less of the take at the playhead</source>
            <translation>Менше дубля на голівці</translation>
        </message>
        <message>
            <source>Force the original &amp;picture</source>
            <translation>&amp;Примусово показати оригінал</translation>
        </message>
        <message>
            <source>Between the in and out points, or in the whole segment</source>
            <translation>Між точками входу й виходу або в усьому сегменті</translation>
        </message>
        <message>
            <source>Show the take again</source>
            <translation>Знову показати дубль</translation>
        </message>
        <message>
            <source>&amp;Paint on the mask</source>
            <translation>&amp;Малювати на масці</translation>
        </message>
        <message>
            <source>The take shows where the mask is painted; Alt erases</source>
            <translation>Де маску намальовано, видно дубль; Alt стирає</translation>
        </message>
        <message>
            <source>&amp;Erase from the mask</source>
            <translation>&amp;Стирати з маски</translation>
        </message>
        <message>
            <source>The film's own picture shows where the mask is erased; Alt paints</source>
            <translation>Де маску стерто, видно зображення фільму; Alt малює</translation>
        </message>
        <message>
            <source>To the mask keyframe before</source>
            <translation>До попереднього ключового кадру маски</translation>
        </message>
        <message>
            <source>Mask keyframe at the playhead</source>
            <translation>Ключовий кадр маски на голівці</translation>
        </message>
        <message>
            <source>To the mask keyframe after</source>
            <translation>До наступного ключового кадру маски</translation>
        </message>
        <message>
            <source>Remove all that is painted</source>
            <translation>Прибрати все намальоване</translation>
        </message>
        <message>
            <source>Every mask keyframe of the segment</source>
            <translation>Усі ключові кадри маски в сегменті</translation>
        </message>
        <message>
            <source>Copy the retouch</source>
            <translation>Копіювати ретуш</translation>
        </message>
        <message>
            <source>Of the segment: mask, opacity and what is set in the inspector</source>
            <translation>Із сегмента: маску, непрозорість і налаштоване в інспекторі</translation>
        </message>
        <message>
            <source>Paste the retouch</source>
            <translation>Вставити ретуш</translation>
        </message>
        <message>
            <source>Into the selected segments, in place of theirs</source>
            <translation>У вибрані сегменти, замість їхньої</translation>
        </message>
        <message>
            <source>Rev&amp;iew</source>
            <translation>&amp;Перегляд</translation>
        </message>
        <message>
            <source>&amp;Next to review</source>
            <translation>&amp;Наступний на перегляд</translation>
        </message>
        <message>
            <source>The worst segment not yet reviewed, played over and over</source>
            <translation>Найгірший ще не переглянутий сегмент, програється по колу</translation>
        </message>
        <message>
            <source>&amp;Previous to review</source>
            <translation>&amp;Попередній на перегляд</translation>
        </message>
        <message>
            <source>&amp;Approve and go on</source>
            <translation>&amp;Схвалити й далі</translation>
        </message>
        <message>
            <source>Needs &amp;work and go on</source>
            <translation>На &amp;доопрацювання й далі</translation>
        </message>
        <message>
            <source>&amp;Bypass and go on</source>
            <translation>&amp;Обійти й далі</translation>
        </message>
        <message>
            <source>&amp;Render and go on</source>
            <translation>&amp;Рендерити й далі</translation>
        </message>
        <message>
            <source>Comes back to be reviewed when it is rendered</source>
            <translation>Повернеться на перегляд, коли його буде відрендерено</translation>
        </message>
        <message>
            <source>Write a n&amp;ote</source>
            <translation>Написати но&amp;татку</translation>
        </message>
        <message>
            <source>Apply the measured o&amp;ffset</source>
            <translation>&amp;Застосувати виміряний зсув</translation>
        </message>
        <message>
            <source>Moves the mouth so that it meets the voice; render to see it</source>
            <translation>Зсуває губи так, щоб вони збіглися з голосом; відрендерте, щоб побачити</translation>
        </message>
        <message>
            <source>Compare wit&amp;h</source>
            <translation>Порівн&amp;яти з</translation>
        </message>
        <message>
            <source>&amp;Exchange what is compared</source>
            <translation>Поміняти &amp;те, що порівнюється</translation>
        </message>
        <message>
            <source>The other take or the original in place of the take that is shown, and back</source>
            <translation>Інший дубль або оригінал замість показаного дубля і назад</translation>
        </message>
        <message>
            <source>&amp;Shape lane</source>
            <translation>Смуга &amp;форми</translation>
        </message>
        <message>
            <source>Mas&amp;k lane</source>
            <translation>Сму&amp;га маски</translation>
        </message>
        <message>
            <source>Sync &amp;confidence lane</source>
            <translation>Смуга пев&amp;ності синхронності</translation>
        </message>
        <message>
            <source>&amp;Cast</source>
            <translation>А&amp;ктори</translation>
        </message>
        <message>
            <source>&amp;Adapt to this actor…</source>
            <translation>&amp;Налаштувати під актора…</translation>
        </message>
        <message>
            <source>Learn the selected segment's actor's way of speaking from the film</source>
            <translation>Навчитися з фільму, як говорить актор вибраного сегмента</translation>
        </message>
        <message>
            <source>&amp;Re-render the actor's segments with…</source>
            <translation>&amp;Відтворити наново сегменти актора з…</translation>
        </message>
        <message>
            <source>All segments of the actor get other mouth shapes and are rendered again</source>
            <translation>Усі сегменти актора отримують інші форми рота й відтворюються наново</translation>
        </message>
        <message>
            <source>&amp;Compare models…</source>
            <translation>&amp;Порівняти моделі…</translation>
        </message>
        <message>
            <source>The actor's newest model against the universal one, on sentences it never learned from</source>
            <translation>Найновіша модель актора проти універсальної, на реченнях, з яких вона не навчалася</translation>
        </message>
        <message>
            <source>&amp;Import actor models…</source>
            <translation>&amp;Імпортувати моделі акторів…</translation>
        </message>
        <message>
            <source>From another project of the same film</source>
            <translation>З іншого проєкту того самого фільму</translation>
        </message>
    </context>
    <context>
        <name>DialogParts</name>
        <message>
            <source>%1:%2 min</source>
            <comment>minutes, seconds</comment>
            <translation>%1:%2 хв</translation>
        </message>
    </context>
    <context>
        <name>FaceOverlays</name>
        <message>
            <source>no face</source>
            <translation>немає обличчя</translation>
        </message>
        <message>
            <source>too small</source>
            <translation>замале</translation>
        </message>
        <message>
            <source>turned away</source>
            <translation>відвернуте</translation>
        </message>
        <message>
            <source>blurred</source>
            <translation>розмите</translation>
        </message>
        <message>
            <source>covered</source>
            <translation>закрите</translation>
        </message>
    </context>
    <context>
        <name>Language</name>
        <message>
            <source>Arabic</source>
            <translation>Арабська</translation>
        </message>
        <message>
            <source>Bulgarian</source>
            <translation>Болгарська</translation>
        </message>
        <message>
            <source>Czech</source>
            <translation>Чеська</translation>
        </message>
        <message>
            <source>Danish</source>
            <translation>Данська</translation>
        </message>
        <message>
            <source>German</source>
            <translation>Німецька</translation>
        </message>
        <message>
            <source>Greek</source>
            <translation>Грецька</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Англійська</translation>
        </message>
        <message>
            <source>Finnish</source>
            <translation>Фінська</translation>
        </message>
        <message>
            <source>French</source>
            <translation>Французька</translation>
        </message>
        <message>
            <source>Hebrew</source>
            <translation>Іврит</translation>
        </message>
        <message>
            <source>Hindi</source>
            <translation>Гінді</translation>
        </message>
        <message>
            <source>Hungarian</source>
            <translation>Угорська</translation>
        </message>
        <message>
            <source>Italian</source>
            <translation>Італійська</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>Японська</translation>
        </message>
        <message>
            <source>Georgian</source>
            <translation>Грузинська</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>Корейська</translation>
        </message>
        <message>
            <source>Lithuanian</source>
            <translation>Литовська</translation>
        </message>
        <message>
            <source>Dutch</source>
            <translation>Нідерландська</translation>
        </message>
        <message>
            <source>Polish</source>
            <translation>Польська</translation>
        </message>
        <message>
            <source>Portuguese</source>
            <translation>Португальська</translation>
        </message>
        <message>
            <source>Romanian</source>
            <translation>Румунська</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>Іспанська</translation>
        </message>
        <message>
            <source>Swedish</source>
            <translation>Шведська</translation>
        </message>
        <message>
            <source>Turkish</source>
            <translation>Турецька</translation>
        </message>
        <message>
            <source>Ukrainian</source>
            <translation>Українська</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>Китайська</translation>
        </message>
    </context>
    <context>
        <name>PanelValues</name>
        <message>
            <source>Take %1, draft</source>
            <translation>Дубль %1, чернетка</translation>
        </message>
        <message>
            <source>Take %1</source>
            <translation>Дубль %1</translation>
        </message>
        <message>
            <source>%1 × %2, %3 fps, %4, %5</source>
            <translation>%1 × %2, %3 кадр/с, %4, %5</translation>
        </message>
        <message>
            <source>%1 usable of %2</source>
            <translation>придатно %1 із %2</translation>
        </message>
    </context>
    <context>
        <name>ReviewModel</name>
        <message>
            <source>…</source>
            <comment>yet to be measured</comment>
            <translation>…</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <comment>before, after</comment>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>Render %1 %</source>
            <translation>Рендер %1 %</translation>
        </message>
        <message>
            <source>Not yet measured.</source>
            <translation>Ще не виміряно.</translation>
        </message>
        <message>
            <source>Too short to be measured.</source>
            <translation>Закоротко, щоб виміряти.</translation>
        </message>
        <message>
            <source>%1. The film's own sound: %2; the voice on the film's picture: %3; on the take: %4. Usual in this film: %5.</source>
            <translation>%1. Власний звук фільму: %2; голос на зображенні фільму: %3; на дублі: %4. Звичне для цього фільму: %5.</translation>
        </message>
        <message>
            <source>Positive: the mouth is late. Frames of 25 fps.</source>
            <translation>Додатне значення: губи запізнюються. У кадрах при 25 кадр/с.</translation>
        </message>
        <message>
            <source>Doubtful: %1</source>
            <translation>Сумнівно: %1</translation>
        </message>
        <message>
            <source>#</source>
            <translation>№</translation>
        </message>
        <message>
            <source>In</source>
            <translation>Вхід</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>Вихід</translation>
        </message>
        <message>
            <source>Actor</source>
            <translation>Актор</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Мова</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Стан</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Синхронність</translation>
        </message>
        <message>
            <source>Confidence that voice and mouth agree: before and after. The tick is what is usual in this film.</source>
            <translation>Певність, що голос і губи збігаються: до і після. Риска — звичне для цього фільму.</translation>
        </message>
        <message>
            <source>Baseline</source>
            <translation>Вихідне</translation>
        </message>
        <message>
            <source>Confidence of the film's own sound on its own picture here</source>
            <translation>Певність для власного звуку фільму на його ж зображенні тут</translation>
        </message>
        <message>
            <source>Lip-sync confidence at the best offset; more is better. The tick is the film's own sound.</source>
            <translation>Певність у збігу губ за найкращого зсуву; більше — краще. Риска — власний звук фільму.</translation>
        </message>
        <message>
            <source>Lip-sync distance at the best offset; less is better. The tick is the film's own sound.</source>
            <translation>Відстань між губами й звуком за найкращого зсуву; менше — краще. Риска — власний звук фільму.</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>Зсув</translation>
        </message>
        <message>
            <source>How many frames the mouth is late</source>
            <translation>На скільки кадрів запізнюються губи</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>Охоплення</translation>
        </message>
        <message>
            <source>Share of the segment that can be measured</source>
            <translation>Частка сегмента, яку можна виміряти</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Причина</translation>
        </message>
        <message>
            <source>Why the segment may need work</source>
            <translation>Чому сегмент може потребувати доопрацювання</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Дубль</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Текст</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Нотатки</translation>
        </message>
        <message>
            <source> · </source>
            <comment>between reasons</comment>
            <translation> · </translation>
        </message>
    </context>
    <context>
        <name>ReviewReason</name>
        <message numerus="yes">
            <source>Mouth %n frame(s) late</source>
            <translation>
                <numerusform>Губи запізнюються на %n кадр</numerusform>
                <numerusform>Губи запізнюються на %n кадри</numerusform>
                <numerusform>Губи запізнюються на %n кадрів</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mouth %n frame(s) early</source>
            <translation>
                <numerusform>Губи поспішають на %n кадр</numerusform>
                <numerusform>Губи поспішають на %n кадри</numerusform>
                <numerusform>Губи поспішають на %n кадрів</numerusform>
            </translation>
        </message>
        <message>
            <source>Poor sync</source>
            <translation>Погана синхронність</translation>
        </message>
        <message>
            <source>Early or late</source>
            <translation>Поспішають чи запізнюються</translation>
        </message>
        <message>
            <source>Not measurable</source>
            <translation>Неможливо виміряти</translation>
        </message>
        <message>
            <source>Settings changed</source>
            <translation>Налаштування змінено</translation>
        </message>
        <message>
            <source>Not rendered</source>
            <translation>Не відрендерено</translation>
        </message>
    </context>
    <context>
        <name>SegmentStatus</name>
        <message>
            <source>New</source>
            <translation>Новий</translation>
        </message>
        <message>
            <source>Rendered</source>
            <translation>Відрендерено</translation>
        </message>
        <message>
            <source>For review</source>
            <translation>На перегляд</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Схвалено</translation>
        </message>
        <message>
            <source>Bypassed</source>
            <translation>Обійдено</translation>
        </message>
    </context>
    <context>
        <name>SettingWords</name>
        <message>
            <source>no silence gate</source>
            <translation>без порогу тиші</translation>
        </message>
        <message>
            <source>silence gate %1 dB</source>
            <translation>поріг тиші %1 дБ</translation>
        </message>
        <message>
            <source>universal shapes</source>
            <translation>універсальні форми</translation>
        </message>
        <message>
            <source>strength %1 %</source>
            <translation>сила %1 %</translation>
        </message>
        <message>
            <source>feather %1</source>
            <translation>розмиття %1</translation>
        </message>
        <message>
            <source>fade %1</source>
            <translation>перехід %1</translation>
        </message>
        <message>
            <source>offset %1 ms</source>
            <translation>зсув %1 мс</translation>
        </message>
        <message>
            <source>other pictures</source>
            <translation>інші кадри</translation>
        </message>
        <message>
            <source>shapes adapted to the actor</source>
            <translation>форми, налаштовані під актора</translation>
        </message>
        <message>
            <source>articulation %1 %</source>
            <translation>артикуляція %1 %</translation>
        </message>
        <message>
            <source>liveliness %1 %</source>
            <translation>жвавість %1 %</translation>
        </message>
    </context>
    <context>
        <name>StageNames</name>
        <message>
            <source>listening</source>
            <translation>слухає</translation>
        </message>
        <message>
            <source>gathering pictures</source>
            <translation>збирає зображення</translation>
        </message>
        <message>
            <source>comparing sound and mouth</source>
            <translation>порівнює звук із ротом</translation>
        </message>
        <message>
            <source>learning the movement</source>
            <translation>вивчає рухи</translation>
        </message>
        <message>
            <source>learning to paint the mouth</source>
            <translation>вчиться малювати рот</translation>
        </message>
    </context>
    <context>
        <name>SyncGap</name>
        <message>
            <source>Silence</source>
            <translation>Тиша</translation>
        </message>
        <message>
            <source>No sound</source>
            <translation>Немає звуку</translation>
        </message>
        <message>
            <source>No face</source>
            <translation>Немає обличчя</translation>
        </message>
        <message>
            <source>Turned away</source>
            <translation>Обличчя відвернуте</translation>
        </message>
        <message>
            <source>Off screen</source>
            <translation>Поза кадром</translation>
        </message>
        <message>
            <source>Nobody is heard there: silence has no sync.</source>
            <translation>Там нікого не чути: у тиші синхронності немає.</translation>
        </message>
        <message>
            <source>There is no sound there to be measured.</source>
            <translation>Там немає звуку, який можна виміряти.</translation>
        </message>
        <message>
            <source>The actor's face is not found there.</source>
            <translation>Обличчя актора там не знайдено.</translation>
        </message>
        <message>
            <source>The face is turned too far away for its mouth to be judged.</source>
            <translation>Обличчя надто відвернуте, щоб оцінити губи.</translation>
        </message>
        <message>
            <source>The face lies partly outside of the picture there.</source>
            <translation>Обличчя там частково за межами кадру.</translation>
        </message>
    </context>
    <context>
        <name>SyncGroup</name>
        <message>
            <source>Mouth and voice meet within a frame.</source>
            <translation>Губи й голос збігаються з точністю до кадру.</translation>
        </message>
        <message numerus="yes">
            <source>The mouth is late by %1 ms (%n frame(s)).</source>
            <translation>
                <numerusform>Губи запізнюються на %1 мс (%n кадр).</numerusform>
                <numerusform>Губи запізнюються на %1 мс (%n кадри).</numerusform>
                <numerusform>Губи запізнюються на %1 мс (%n кадрів).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The mouth is early by %1 ms (%n frame(s)).</source>
            <translation>
                <numerusform>Губи поспішають на %1 мс (%n кадр).</numerusform>
                <numerusform>Губи поспішають на %1 мс (%n кадри).</numerusform>
                <numerusform>Губи поспішають на %1 мс (%n кадрів).</numerusform>
            </translation>
        </message>
        <message>
            <source>The offset is doubtful: %1.</source>
            <translation>Зсув сумнівний: %1.</translation>
        </message>
        <message>
            <source>%1 That is applied; render to see it.</source>
            <translation>%1 Це застосовано; відрендерте, щоб побачити.</translation>
        </message>
        <message>
            <source>Being measured …</source>
            <translation>Вимірюється…</translation>
        </message>
        <message>
            <source>Too short to be measured.</source>
            <translation>Закоротко, щоб виміряти.</translation>
        </message>
        <message>
            <source>No measure for this film yet</source>
            <translation>Для цього фільму ще немає мірила</translation>
        </message>
        <message>
            <source>On average: %1</source>
            <comment>of several segments</comment>
            <translation>У середньому: %1</translation>
        </message>
        <message>
            <source>Without a take: %1</source>
            <translation>Без дубля: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n of them are certainly early or late.</source>
            <translation>
                <numerusform>%n із них точно поспішає чи запізнюється.</numerusform>
                <numerusform>%n із них точно поспішають чи запізнюються.</numerusform>
                <numerusform>%n із них точно поспішають чи запізнюються.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SyncMeasures</name>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1 fr</source>
            <comment>frames</comment>
            <translation>%1 к.</translation>
        </message>
        <message>
            <source>%1 fr ?</source>
            <comment>frames, doubtful</comment>
            <translation>%1 к. ?</translation>
        </message>
    </context>
    <context>
        <name>SyncRating</name>
        <message>
            <source>Poor sync</source>
            <translation>Погана синхронність</translation>
        </message>
        <message>
            <source>Fair sync</source>
            <translation>Задовільна синхронність</translation>
        </message>
        <message>
            <source>Good sync</source>
            <translation>Добра синхронність</translation>
        </message>
        <message>
            <source>Not rated</source>
            <translation>Не оцінено</translation>
        </message>
    </context>
    <context>
        <name>TakeWords</name>
        <message numerus="yes">
            <source>%1: confidence %2, LSE-C %3, LSE-D %4, offset %n frame(s), %5 % measured</source>
            <translation>
                <numerusform>%1: певність %2, LSE-C %3, LSE-D %4, зсув %n кадр, виміряно %5 %</numerusform>
                <numerusform>%1: певність %2, LSE-C %3, LSE-D %4, зсув %n кадри, виміряно %5 %</numerusform>
                <numerusform>%1: певність %2, LSE-C %3, LSE-D %4, зсув %n кадрів, виміряно %5 %</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <comment>expert's and judge's confidence</comment>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Made with the settings the segment has now.</source>
            <translation>Зроблено з теперішніми налаштуваннями сегмента.</translation>
        </message>
        <message>
            <source>Made with other settings than now: %1.</source>
            <translation>Зроблено з іншими налаштуваннями, ніж тепер: %1.</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>Експерт</translation>
        </message>
        <message>
            <source>Second judge</source>
            <translation>Другий суддя</translation>
        </message>
        <message>
            <source>Not yet measured.</source>
            <translation>Ще не виміряно.</translation>
        </message>
        <message>
            <source>Engine %1, rendered in %2 s, %3</source>
            <translation>Рушій %1, відрендерено за %2 с, %3</translation>
        </message>
    </context>
    <context>
        <name>ViewerWidget</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ActorAdaptation</name>
        <message>
            <source>Adapting begins when the faces of the film are found.</source>
            <translation>Налаштування почнеться, коли обличчя у фільмі буде знайдено.</translation>
        </message>
        <message>
            <source>%1 is being adapted to already.</source>
            <translation>Налаштування під %1 уже триває.</translation>
        </message>
        <message>
            <source>Adapt to %1</source>
            <translation>Налаштування: %1</translation>
        </message>
        <message>
            <source>Copy the model</source>
            <translation>Копіювання моделі</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ActorModels</name>
        <message>
            <source>Look for actor models</source>
            <translation>Пошук моделей акторів</translation>
        </message>
        <message>
            <source>Rename the model</source>
            <translation>Перейменування моделі</translation>
        </message>
        <message>
            <source>Remove the model</source>
            <translation>Вилучення моделі</translation>
        </message>
        <message>
            <source>Import actor models</source>
            <translation>Імпорт моделей акторів</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::AdaptationFlow</name>
        <message>
            <source>%1 and %2 more</source>
            <comment>list, number</comment>
            <translation>%1 та ще %2</translation>
        </message>
        <message>
            <source>There is no model of %1 yet.</source>
            <translation>Моделі %1 ще немає.</translation>
        </message>
        <message>
            <source>There is nobody in the cast yet.</source>
            <translation>Серед акторів ще нікого немає.</translation>
        </message>
        <message>
            <source>Select a segment of the actor who is meant.</source>
            <translation>Виберіть сегмент потрібного актора.</translation>
        </message>
        <message>
            <source>Save the project first?</source>
            <translation>Спершу зберегти проєкт?</translation>
        </message>
        <message>
            <source>Models of actors are kept beside the project file.</source>
            <translation>Моделі акторів зберігаються поруч із файлом проєкту.</translation>
        </message>
        <message>
            <source>Adapting begins when the faces of the film are found.</source>
            <translation>Налаштування почнеться, коли обличчя у фільмі буде знайдено.</translation>
        </message>
        <message>
            <source>There is a better model of %1 now.</source>
            <translation>Тепер є краща модель: %1.</translation>
        </message>
        <message>
            <source>Adapting to %1 brought nothing better; nothing is kept.</source>
            <translation>Налаштування під %1 не дало нічого кращого; нічого не збережено.</translation>
        </message>
        <message>
            <source>Remove “%1”?</source>
            <translation>Вилучити «%1»?</translation>
        </message>
        <message>
            <source>No segment uses it. It can not be brought back.</source>
            <translation>Жоден сегмент її не використовує. Повернути її не можна.</translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) use it and can not be rendered with it any more, at %1. Their takes stay. It can not be brought back.</source>
            <translation>
                <numerusform>Її використовує %n сегмент (%1), і його більше не можна буде відтворити з нею. Дублі лишаються. Повернути модель не можна.</numerusform>
                <numerusform>Її використовують %n сегменти (%1), і їх більше не можна буде відтворити з нею. Дублі лишаються. Повернути модель не можна.</numerusform>
                <numerusform>Її використовують %n сегментів (%1), і їх більше не можна буде відтворити з нею. Дублі лишаються. Повернути модель не можна.</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Вилучити</translation>
        </message>
        <message>
            <source>There is no film whose models could be imported.</source>
            <translation>Немає фільму, моделі якого можна було б імпортувати.</translation>
        </message>
        <message>
            <source>Import models from another project of this film</source>
            <translation>Імпорт моделей з іншого проєкту цього фільму</translation>
        </message>
        <message>
            <source>Lipwright projects and actor models (*.lipwright actor.json)</source>
            <translation>Проєкти Lipwright і моделі акторів (*.lipwright actor.json)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::Commands</name>
        <message>
            <source>Original picture</source>
            <translation>Оригінальне зображення</translation>
        </message>
        <message>
            <source>Take %1</source>
            <translation>Дубль %1</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ComparisonFlow</name>
        <message>
            <source>Models can be compared when the faces of the film are found.</source>
            <translation>Моделі можна буде порівняти, коли обличчя у фільмі буде знайдено.</translation>
        </message>
        <message>
            <source>Compare models</source>
            <translation>Порівняння моделей</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::Editor</name>
        <message>
            <source>Split segment</source>
            <translation>Розрізати сегмент</translation>
        </message>
        <message>
            <source>Merge segments</source>
            <translation>Об’єднати сегменти</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n segment(s)</source>
            <translation>
                <numerusform>Видалити %n сегмент</numerusform>
                <numerusform>Видалити %n сегменти</numerusform>
                <numerusform>Видалити %n сегментів</numerusform>
            </translation>
        </message>
        <message>
            <source>Trim segment</source>
            <translation>Підрізати сегмент</translation>
        </message>
        <message numerus="yes">
            <source>Move %n segment(s)</source>
            <translation>
                <numerusform>Перемістити %n сегмент</numerusform>
                <numerusform>Перемістити %n сегменти</numerusform>
                <numerusform>Перемістити %n сегментів</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose the actor</source>
            <translation>Вибрати актора</translation>
        </message>
        <message>
            <source>Choose the voice</source>
            <translation>Вибрати голос</translation>
        </message>
        <message>
            <source>Set the status</source>
            <translation>Змінити стан</translation>
        </message>
        <message>
            <source>Change settings</source>
            <translation>Змінити налаштування</translation>
        </message>
        <message>
            <source>Nudge the mouth</source>
            <translation>Підсунути губи</translation>
        </message>
        <message>
            <source>Edit the text</source>
            <translation>Змінити текст</translation>
        </message>
        <message>
            <source>Edit the notes</source>
            <translation>Змінити нотатки</translation>
        </message>
        <message>
            <source>Choose a take</source>
            <translation>Вибрати дубль</translation>
        </message>
        <message>
            <source>Rename the take</source>
            <translation>Перейменувати дубль</translation>
        </message>
        <message>
            <source>Delete the take</source>
            <translation>Видалити дубль</translation>
        </message>
        <message>
            <source>Change the voice</source>
            <translation>Змінити голос</translation>
        </message>
        <message>
            <source>Remove the voice</source>
            <translation>Прибрати голос</translation>
        </message>
        <message>
            <source>Rename the actor</source>
            <translation>Перейменувати актора</translation>
        </message>
        <message>
            <source>Record consent</source>
            <translation>Записати згоду</translation>
        </message>
        <message>
            <source>Set a marker</source>
            <translation>Поставити мітку</translation>
        </message>
        <message>
            <source>Remove the marker</source>
            <translation>Прибрати мітку</translation>
        </message>
        <message>
            <source>Set in and out</source>
            <translation>Поставити вхід і вихід</translation>
        </message>
        <message numerus="yes">
            <source>%n finished take(s) found again</source>
            <translation>
                <numerusform>Знайдено %n готовий дубль</numerusform>
                <numerusform>Знайдено %n готові дублі</numerusform>
                <numerusform>Знайдено %n готових дублів</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n face(s) found</source>
            <translation>
                <numerusform>%1: знайдено %n обличчя</numerusform>
                <numerusform>%1: знайдено %n обличчя</numerusform>
                <numerusform>%1: знайдено %n облич</numerusform>
            </translation>
        </message>
        <message>
            <source>Rendering begins when the faces of the film are found.</source>
            <translation>Рендер почнеться, коли буде знайдено обличчя фільму.</translation>
        </message>
        <message>
            <source>Render segment</source>
            <translation>Рендер сегмента</translation>
        </message>
        <message>
            <source>Export %1</source>
            <translation>Експорт: %1</translation>
        </message>
        <message>
            <source>Check the export</source>
            <translation>Перевірка експорту</translation>
        </message>
        <message>
            <source>Import %1</source>
            <translation>Імпорт: %1</translation>
        </message>
        <message>
            <source>Import the film</source>
            <translation>Імпортувати фільм</translation>
        </message>
        <message>
            <source>Import a voice</source>
            <translation>Імпортувати голос</translation>
        </message>
        <message>
            <source>Drop the translated voice first: the segments of a cue list need one to speak from.</source>
            <translation>Спершу перетягніть перекладений голос: сегментам зі списку реплік потрібен голос.</translation>
        </message>
        <message>
            <source>Segments follow when the film and the voice are analysed.</source>
            <translation>Сегменти з’являться, коли фільм і голос буде проаналізовано.</translation>
        </message>
        <message>
            <source>Propose segments</source>
            <translation>Запропонувати сегменти</translation>
        </message>
        <message>
            <source>Cue lists can be imported when the faces of the film are found and a voice is there.</source>
            <translation>Списки реплік можна імпортувати, коли знайдено обличчя фільму і є голос.</translation>
        </message>
        <message>
            <source>Import segments</source>
            <translation>Імпортувати сегменти</translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) added</source>
            <translation>
                <numerusform>Додано %n сегмент</numerusform>
                <numerusform>Додано %n сегменти</numerusform>
                <numerusform>Додано %n сегментів</numerusform>
            </translation>
        </message>
        <message>
            <source>No segment was added: nobody speaks while a face is to be seen.</source>
            <translation>Жодного сегмента не додано: поки видно обличчя, ніхто не говорить.</translation>
        </message>
        <message>
            <source>Make the sample</source>
            <translation>Створити зразок</translation>
        </message>
        <message>
            <source>Apply the measured offset</source>
            <translation>Застосувати виміряний зсув</translation>
        </message>
        <message>
            <source>The quality report can be made when the faces of the film are found.</source>
            <translation>Звіт про якість можна створити, коли знайдено обличчя фільму.</translation>
        </message>
        <message>
            <source>Quality report</source>
            <translation>Звіт про якість</translation>
        </message>
        <message>
            <source>Shape the mouth</source>
            <translation>Змінити форму рота</translation>
        </message>
        <message>
            <source>Retouch the mask</source>
            <translation>Ретушувати маску</translation>
        </message>
        <message>
            <source>Choose the mouth's frames</source>
            <translation>Вибрати кадри рота</translation>
        </message>
        <message>
            <source>Save the preset</source>
            <translation>Зберегти набір</translation>
        </message>
        <message>
            <source>Rename the preset</source>
            <translation>Перейменувати набір</translation>
        </message>
        <message>
            <source>Delete the preset</source>
            <translation>Видалити набір</translation>
        </message>
        <message>
            <source>Apply the preset</source>
            <translation>Застосувати набір</translation>
        </message>
        <message>
            <source>Choose the mouth shapes</source>
            <translation>Вибір форм рота</translation>
        </message>
        <message numerus="yes">
            <source>%n actor model(s) imported</source>
            <translation>
                <numerusform>Імпортовано %n модель актора</numerusform>
                <numerusform>Імпортовано %n моделі акторів</numerusform>
                <numerusform>Імпортовано %n моделей акторів</numerusform>
            </translation>
        </message>
        <message>
            <source>Adapting to %1 was stopped; what was learned is kept.</source>
            <translation>Налаштування під %1 зупинено; вивчене збережено.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ExportFlow</name>
        <message>
            <source>There is no film to export yet.</source>
            <translation>Ще немає фільму для експорту.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::FilmAnalysis</name>
        <message>
            <source>Read %1</source>
            <translation>Читання: %1</translation>
        </message>
        <message>
            <source>Draw the sound of %1</source>
            <translation>Форма хвилі: %1</translation>
        </message>
        <message>
            <source>Find faces and shots in %1</source>
            <translation>Пошук облич і планів: %1</translation>
        </message>
        <message>
            <source>Portraits of the cast</source>
            <translation>Портрети акторів</translation>
        </message>
        <message>
            <source>Measure the sync of %1</source>
            <translation>Вимірювання синхронності: %1</translation>
        </message>
        <message>
            <source>Listen to %1</source>
            <translation>Прослуховування: %1</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::InspectorController</name>
        <message>
            <source>Warped pictures of the actor</source>
            <translation>Деформовані кадри актора</translation>
        </message>
        <message>
            <source>Warped pictures, mended by a network</source>
            <translation>Деформовані кадри, виправлені мережею</translation>
        </message>
        <message>
            <source>Painted by a network</source>
            <translation>Намальовані мережею</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::JobIndicator</name>
        <message>
            <source>Background work</source>
            <translation>Робота у тлі</translation>
        </message>
        <message>
            <source>%1, %2 left</source>
            <translation>%1, лишилося %2</translation>
        </message>
        <message>
            <source>%1: %2, %3 %</source>
            <comment>job, stage, percent done</comment>
            <translation>%1: %2, %3 %</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::LibraryThumbnails</name>
        <message>
            <source>Pictures of library frames</source>
            <translation>Мініатюри кадрів бібліотеки</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::MainWindow</name>
        <message>
            <source>Opened</source>
            <translation>Відкрито</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Історія</translation>
        </message>
        <message>
            <source>Media and cast</source>
            <translation>Медіа й актори</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>Інспектор</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Часова шкала</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Перегляд</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Завдання</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Повідомлення</translation>
        </message>
        <message>
            <source>Messages (%1)</source>
            <translation>Повідомлення (%1)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Скасувати</translation>
        </message>
        <message>
            <source>&amp;Undo: %1</source>
            <translation>&amp;Скасувати: %1</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Повторити</translation>
        </message>
        <message>
            <source>&amp;Redo: %1</source>
            <translation>&amp;Повторити: %1</translation>
        </message>
        <message>
            <source>%1[*] — Lipwright</source>
            <translation>%1[*] — Lipwright</translation>
        </message>
        <message numerus="yes">
            <source>Rendering paused: %n segment(s) wait</source>
            <translation>
                <numerusform>Рендер призупинено: чекає %n сегмент</numerusform>
                <numerusform>Рендер призупинено: чекають %n сегменти</numerusform>
                <numerusform>Рендер призупинено: чекають %n сегментів</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rendering: %n segment(s) left</source>
            <translation>
                <numerusform>Рендер: лишився %n сегмент</numerusform>
                <numerusform>Рендер: лишилося %n сегменти</numerusform>
                <numerusform>Рендер: лишилося %n сегментів</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 frames/s</source>
            <translation>%1 · %2 кадр/с</translation>
        </message>
        <message>
            <source>%1 · %2 left</source>
            <translation>%1 · лишилося %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::MaskController</name>
        <message>
            <source>There is no take in this frame whose mask could be painted.</source>
            <translation>У цьому кадрі немає дубля, маску якого можна малювати.</translation>
        </message>
        <message>
            <source>The face is not found in this frame: paint in a frame beside it.</source>
            <translation>У цьому кадрі обличчя не знайдено: малюйте в сусідньому.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::PictureChoice</name>
        <message>
            <source>Opening %1, width %2, rounding %3</source>
            <translation>Розкриття %1, ширина %2, округлення %3</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::Player</name>
        <message>
            <source>Looking for a sound device …</source>
            <translation>Пошук звукового пристрою…</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::PreferencesFlow</name>
        <message>
            <source>%1: about %2 frames of 1280 × 720 per second; the networks alone %3 per second.</source>
            <translation>%1: близько %2 кадрів 1280 × 720 за секунду; самі мережі — %3 за секунду.</translation>
        </message>
        <message>
            <source>Self-test of the device</source>
            <translation>Самоперевірка пристрою</translation>
        </message>
        <message>
            <source>Measure the cache</source>
            <translation>Вимірювання кешу</translation>
        </message>
        <message>
            <source>Clear the cache</source>
            <translation>Очистити кеш</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ProjectDocument</name>
        <message>
            <source>Autosave</source>
            <translation>Автозбереження</translation>
        </message>
        <message>
            <source>Look for missing media</source>
            <translation>Пошук відсутніх файлів</translation>
        </message>
        <message>
            <source>Read media</source>
            <translation>Читання файлів</translation>
        </message>
        <message>
            <source>Tidy up</source>
            <translation>Прибирання</translation>
        </message>
        <message numerus="yes">
            <source>Recover %n take(s)</source>
            <translation>
                <numerusform>Відновити %n дубль</numerusform>
                <numerusform>Відновити %n дублі</numerusform>
                <numerusform>Відновити %n дублів</numerusform>
            </translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>Відкрити проєкт</translation>
        </message>
        <message>
            <source>Recover project</source>
            <translation>Відновити проєкт</translation>
        </message>
        <message>
            <source>Discard autosave</source>
            <translation>Відкинути автозбереження</translation>
        </message>
        <message>
            <source>Copy takes</source>
            <translation>Копіювання дублів</translation>
        </message>
        <message>
            <source>Save project</source>
            <translation>Зберегти проєкт</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Без назви</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ProjectFlow</name>
        <message>
            <source>Save the changes to %1?</source>
            <translation>Зберегти зміни в «%1»?</translation>
        </message>
        <message>
            <source>Otherwise they are lost.</source>
            <translation>Інакше їх буде втрачено.</translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>Відкрити проєкт</translation>
        </message>
        <message>
            <source>Lipwright projects (*%1)</source>
            <translation>Проєкти Lipwright (*%1)</translation>
        </message>
        <message>
            <source>Import film</source>
            <translation>Імпортувати фільм</translation>
        </message>
        <message>
            <source>Films (*.mp4 *.mov *.mkv *.mxf *.avi *.m4v *.webm *.ts *.mts *.mpg *.nut);;All files (*)</source>
            <translation>Фільми (*.mp4 *.mov *.mkv *.mxf *.avi *.m4v *.webm *.ts *.mts *.mpg *.nut);;Усі файли (*)</translation>
        </message>
        <message>
            <source>Import voices</source>
            <translation>Імпортувати голоси</translation>
        </message>
        <message>
            <source>Sound (*.wav *.bwf *.flac *.mp3 *.m4a *.aac *.ogg *.opus *.aif *.aiff *.mka *.mp4 *.mov *.mkv);;All files (*)</source>
            <translation>Звук (*.wav *.bwf *.flac *.mp3 *.m4a *.aac *.ogg *.opus *.aif *.aiff *.mka *.mp4 *.mov *.mkv);;Усі файли (*)</translation>
        </message>
        <message>
            <source>Import the translated voice first.</source>
            <translation>Спершу імпортуйте перекладений голос.</translation>
        </message>
        <message>
            <source>Import segments</source>
            <translation>Імпортувати сегменти</translation>
        </message>
        <message>
            <source>Cue lists (*.srt *.edl *.csv *.otio)</source>
            <translation>Списки реплік (*.srt *.edl *.csv *.otio)</translation>
        </message>
        <message>
            <source>They speak from this voice:</source>
            <translation>Вони говорять цим голосом:</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Без назви</translation>
        </message>
        <message>
            <source>Save project</source>
            <translation>Зберегти проєкт</translation>
        </message>
        <message>
            <source>Export change list</source>
            <translation>Експортувати список змін</translation>
        </message>
        <message>
            <source>EDL, CMX3600 (*.edl);;CSV (*.csv);;OpenTimelineIO (*.otio)</source>
            <translation>EDL, CMX3600 (*.edl);;CSV (*.csv);;OpenTimelineIO (*.otio)</translation>
        </message>
        <message>
            <source>%1 is written</source>
            <translation>%1 записано</translation>
        </message>
        <message>
            <source>a project that was never saved</source>
            <translation>проєкт, який ще не зберігали</translation>
        </message>
        <message>
            <source>Recover %1?</source>
            <translation>Відновити: %1?</translation>
        </message>
        <message>
            <source>Lipwright ended before it was saved. The copy kept is of %1, with %2 segments and %3 takes.</source>
            <translation>Lipwright завершився до збереження. Копія від %1, у ній сегментів: %2, дублів: %3.</translation>
        </message>
        <message>
            <source>Recover</source>
            <translation>Відновити</translation>
        </message>
        <message>
            <source>Ask again later</source>
            <translation>Спитати пізніше</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>не знайдено</translation>
        </message>
        <message>
            <source>All media is there.</source>
            <translation>Усі файли на місці.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::RenderQueue</name>
        <message>
            <source>Render segment %1 (draft)</source>
            <translation>Рендер сегмента %1 (чернетка)</translation>
        </message>
        <message>
            <source>Render segment %1 (final)</source>
            <translation>Рендер сегмента %1 (чистовий)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ReportFlow</name>
        <message>
            <source>The quality report is written: %1</source>
            <translation>Звіт про якість записано: %1</translation>
        </message>
        <message>
            <source>There are no segments to report on yet.</source>
            <translation>Ще немає сегментів для звіту.</translation>
        </message>
        <message>
            <source>Quality report</source>
            <translation>Звіт про якість</translation>
        </message>
        <message>
            <source>Web pages (*.html)</source>
            <translation>Вебсторінки (*.html)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::RerenderFlow</name>
        <message>
            <source>(removed)</source>
            <translation>(вилучено)</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <comment>timecode, what is said</comment>
            <translation>%1  %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ReviewController</name>
        <message>
            <source>No other segment of the list waits for review.</source>
            <translation>Інших сегментів, що чекають на перегляд, у списку немає.</translation>
        </message>
        <message>
            <source>Note on the segment at %1</source>
            <translation>Нотатка до сегмента на %1</translation>
        </message>
        <message>
            <source>The offset is applied; render to see it.</source>
            <translation>Зсув застосовано; відрендерте, щоб побачити.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ShapeCurves</name>
        <message>
            <source>Listen for mouth shapes</source>
            <translation>Визначення форм рота за голосом</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::SoundOutput</name>
        <message>
            <source>No sound device was found. The film plays without sound.</source>
            <translation>Звукового пристрою не знайдено. Фільм грає без звуку.</translation>
        </message>
        <message>
            <source>The sound device %1 does not play stereo at 48 kHz. The film plays without sound.</source>
            <translation>Звуковий пристрій %1 не відтворює стерео 48 кГц. Фільм грає без звуку.</translation>
        </message>
        <message>
            <source>The sound device %1 stopped working. The film plays without sound.</source>
            <translation>Звуковий пристрій %1 перестав працювати. Фільм грає без звуку.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::SyncMeter</name>
        <message numerus="yes">
            <source>Measure the sync of %n segment(s)</source>
            <translation>
                <numerusform>Вимірювання синхронності %n сегмента</numerusform>
                <numerusform>Вимірювання синхронності %n сегментів</numerusform>
                <numerusform>Вимірювання синхронності %n сегментів</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::TakeComparison</name>
        <message>
            <source>The film's own picture</source>
            <translation>Власне зображення фільму</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::TimelineController</name>
        <message>
            <source>Original</source>
            <translation>Оригінал</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ViewerController</name>
        <message>
            <source>Drop a film here</source>
            <translation>Перетягніть сюди фільм</translation>
        </message>
        <message>
            <source>The film is being read …</source>
            <translation>Фільм читається…</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Оригінал</translation>
        </message>
        <message>
            <source>Dub: %1</source>
            <translation>Дубляж: %1</translation>
        </message>
        <message>
            <source>Rendering … %1 %</source>
            <translation>Рендер… %1 %</translation>
        </message>
        <message>
            <source>Waits for rendering</source>
            <translation>Чекає на рендер</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::AdaptDialog</name>
        <message>
            <source>Lipwright learns how %1 moves the mouth from what %1 says in this film. Some sentences are kept apart and never learned from: only what is better on them than the universal model is taken, and you see by how much. No segment changes until you choose the new model for it.</source>
            <translation>Lipwright вивчає, як рухаються уста %1, з того, що %1 говорить у цьому фільмі. Частину речень відкладено, і з них програма не вчиться: береться лише те, що на них краще за універсальну модель, і ви бачите, наскільки. Жоден сегмент не зміниться, доки ви не виберете для нього нову модель.</translation>
        </message>
        <message>
            <source>%1 of the face can be learned from (sharp, near and frontal enough) of %2 in the film.</source>
            <translation>Для навчання придатні %1 обличчя (досить різкого, близького й повернутого до камери) із %2 у фільмі.</translation>
        </message>
        <message>
            <source>Only %1 of the face can be learned from (sharp, near and frontal enough); at least %2 are needed.</source>
            <translation>Для навчання придатні лише %1 обличчя (досить різкого, близького й повернутого до камери); потрібно щонайменше %2.</translation>
        </message>
        <message>
            <source>An adaptation to %1 was stopped before it was done</source>
            <translation>Налаштування під %1 було зупинено до завершення</translation>
        </message>
        <message>
            <source>&amp;Go on where it stopped</source>
            <translation>&amp;Продовжити з місця зупинки</translation>
        </message>
        <message>
            <source>&amp;Begin anew, what was learned is lost</source>
            <translation>По&amp;чати спочатку, вивчене буде втрачено</translation>
        </message>
        <message>
            <source>Minutes of training</source>
            <translation>Хвилин навчання</translation>
        </message>
        <message>
            <source> min</source>
            <translation> хв</translation>
        </message>
        <message>
            <source>Five minutes are enough for a draft; more time brings ever smaller gains. Listening and gathering come on top. You can go on working.</source>
            <translation>П'яти хвилин досить для чернетки; більше часу дає щоразу менший виграш. Прослуховування та збирання додаються до цього часу. Можна працювати далі.</translation>
        </message>
        <message>
            <source>Movement of the mouth</source>
            <translation>Рухи рота</translation>
        </message>
        <message>
            <source>Always adapted</source>
            <translation>Налаштовуються завжди</translation>
        </message>
        <message>
            <source>&amp;Painted mouth (takes most of the time)</source>
            <translation>&amp;Намальований рот (займає більшість часу)</translation>
        </message>
        <message>
            <source>For segments of the painted engine</source>
            <translation>Для сегментів рушія, що малює</translation>
        </message>
        <message>
            <source>The weights of the painter are not installed</source>
            <translation>Ваги художника не встановлено</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продовжити</translation>
        </message>
        <message>
            <source>Adapt</source>
            <translation>Налаштувати</translation>
        </message>
        <message>
            <source>Adapt to %1</source>
            <translation>Налаштування: %1</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>Матеріал</translation>
        </message>
        <message>
            <source>&amp;Time to spend</source>
            <translation>&amp;Скільки часу</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Частини</translation>
        </message>
        <message>
            <source>Name of the model</source>
            <translation>Назва моделі</translation>
        </message>
        <message>
            <source>Optional; the date otherwise</source>
            <translation>Необов'язково; інакше дата</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>Н&amp;азва</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::AdaptLine</name>
        <message>
            <source>Adapt to this actor…</source>
            <translation>Налаштувати під актора…</translation>
        </message>
        <message>
            <source>Learn this actor's way of speaking from the film, in the background</source>
            <translation>У фоні навчитися з фільму, як говорить цей актор</translation>
        </message>
        <message>
            <source>Adapting</source>
            <translation>Налаштування</translation>
        </message>
        <message>
            <source>Adapting: %1 %</source>
            <translation>Налаштування: %1 %</translation>
        </message>
        <message>
            <source>Watch…</source>
            <translation>Стежити…</translation>
        </message>
        <message>
            <source>Watch the adaptation</source>
            <translation>Стежити за налаштуванням</translation>
        </message>
        <message>
            <source>See how good the model is so far</source>
            <translation>Побачити, наскільки добра модель уже зараз</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::AdaptingDialog</name>
        <message>
            <source>Adapting to %1</source>
            <translation>Налаштування під %1</translation>
        </message>
        <message>
            <source>Adapting</source>
            <translation>Налаштування</translation>
        </message>
        <message>
            <source>The curve begins when the sentences are gathered and the universal model was tested.</source>
            <translation>Крива почнеться, щойно речення буде зібрано, а універсальну модель — перевірено.</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Призупинити</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Зупинити</translation>
        </message>
        <message>
            <source>What was learned is kept: it can go on later</source>
            <translation>Вивчене зберігається: пізніше можна продовжити</translation>
        </message>
        <message>
            <source>Measured on sentences that are never learned from. It goes on in the background when this window is closed.</source>
            <translation>Виміряно на реченнях, з яких навчання немає. Коли це вікно закрито, усе триває у тлі.</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>&amp;Продовжити</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::AdaptationResultDialog</name>
        <message>
            <source>The new model of %1 is better than the universal one</source>
            <translation>Нова модель %1 краща за універсальну</translation>
        </message>
        <message>
            <source>Nothing became better: the universal model is kept</source>
            <translation>Нічого не стало кращим: лишається універсальна модель</translation>
        </message>
        <message>
            <source>Learned from %1 of film, tested on %2 that it never learned from; took %3.</source>
            <translation>Навчено на %1 фільму, перевірено на %2, з яких навчання не було; тривало %3.</translation>
        </message>
        <message numerus="yes">
            <source>The film's own sound was found %n frame(s) off the mouth; that was allowed for.</source>
            <translation>
                <numerusform>Власний звук фільму розходився з ротом на %n кадр; це враховано.</numerusform>
                <numerusform>Власний звук фільму розходився з ротом на %n кадри; це враховано.</numerusform>
                <numerusform>Власний звук фільму розходився з ротом на %n кадрів; це враховано.</numerusform>
            </translation>
        </message>
        <message>
            <source>Adapted to %1</source>
            <translation>Налаштовано: %1</translation>
        </message>
        <message>
            <source>&amp;Compare…</source>
            <translation>&amp;Порівняти…</translation>
        </message>
        <message>
            <source>&amp;Use for all segments</source>
            <translation>&amp;Використати для всіх сегментів</translation>
        </message>
        <message>
            <source>&amp;Re-render…</source>
            <translation>&amp;Відтворити наново…</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::AxisLane</name>
        <message>
            <source>Fold the lane “%1”</source>
            <translation>Згорнути смугу «%1»</translation>
        </message>
        <message>
            <source>Fold or unfold the lane</source>
            <translation>Згорнути чи розгорнути смугу</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::BrushStrip</name>
        <message>
            <source>%1 px</source>
            <translation>%1 пкс</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Mask brush</source>
            <translation>Пензель маски</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Розмір</translation>
        </message>
        <message>
            <source>Width of the brush in pixels of the film ([ and ], Shift+wheel)</source>
            <translation>Ширина пензля в пікселях фільму ([ і ], Shift+коліщатко)</translation>
        </message>
        <message>
            <source>Softness</source>
            <translation>М’якість</translation>
        </message>
        <message>
            <source>Soft share of the brush (Shift+[ and Shift+])</source>
            <translation>М’яка частка пензля (Shift+[ і Shift+])</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::CastTile</name>
        <message>
            <source>Double-click to go to where this person speaks first</source>
            <translation>Двічі клацніть, щоб перейти туди, де ця людина говорить уперше</translation>
        </message>
        <message>
            <source>Name of the actor</source>
            <translation>Ім’я актора</translation>
        </message>
        <message numerus="yes">
            <source>%n segments</source>
            <translation>
                <numerusform>%n сегмент</numerusform>
                <numerusform>%n сегменти</numerusform>
                <numerusform>%n сегментів</numerusform>
            </translation>
        </message>
        <message>
            <source>%1
%2</source>
            <comment>screen time, number of segments</comment>
            <translation>%1
%2</translation>
        </message>
        <message>
            <source>Consent recorded</source>
            <translation>Згоду записано</translation>
        </message>
        <message>
            <source>%1 agreed on %2: %3</source>
            <translation>%1, згода від %2: %3</translation>
        </message>
        <message>
            <source>Record consent…</source>
            <translation>Записати згоду…</translation>
        </message>
        <message>
            <source>Consent is missing: note who agreed, when and for what.</source>
            <translation>Згоди немає: зазначте, хто погодився, коли і на що.</translation>
        </message>
        <message>
            <source>&amp;Adapt to this actor…</source>
            <translation>&amp;Налаштувати під актора…</translation>
        </message>
        <message>
            <source>&amp;Re-render the actor's segments with…</source>
            <translation>&amp;Відтворити наново сегменти актора з…</translation>
        </message>
        <message>
            <source>&amp;Import models from another project…</source>
            <translation>&amp;Імпортувати моделі з іншого проєкту…</translation>
        </message>
        <message>
            <source>Re&amp;name</source>
            <translation>Пере&amp;йменувати</translation>
        </message>
        <message>
            <source>Record &amp;consent…</source>
            <translation>Записати &amp;згоду…</translation>
        </message>
        <message>
            <source>&amp;Watch the adaptation…</source>
            <translation>&amp;Стежити за налаштуванням…</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ChoiceBox</name>
        <message>
            <source>(several)</source>
            <translation>(різні)</translation>
        </message>
        <message>
            <source>%1 (not here)</source>
            <comment>name of an engine or model</comment>
            <translation>%1 (тут немає)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ComparisonDialog</name>
        <message>
            <source>There are no sentences to compare on.</source>
            <translation>Немає речень для порівняння.</translation>
        </message>
        <message numerus="yes">
            <source>Better on %1 of %n sentence(s) that were never learned from; agreement with the film on average %2 → %3.</source>
            <translation>
                <numerusform>Краще на %1 з %n речення, з якого навчання не було; збіг із фільмом %2 → %3.</numerusform>
                <numerusform>Краще на %1 з %n речень, з яких навчання не було; збіг із фільмом у середньому %2 → %3.</numerusform>
                <numerusform>Краще на %1 з %n речень, з яких навчання не було; збіг із фільмом у середньому %2 → %3.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 against the universal model</source>
            <translation>%1 проти універсальної моделі</translation>
        </message>
        <message>
            <source>Listening to the sentences the model was tested on…</source>
            <translation>Прослуховування речень, на яких перевірено модель…</translation>
        </message>
        <message>
            <source>Sentences</source>
            <translation>Речення</translation>
        </message>
        <message>
            <source>&amp;Play the sentence</source>
            <translation>&amp;Відтворити речення</translation>
        </message>
        <message>
            <source>The opening of the mouth over the sentence, as it was measured in the film and as the models hear it in the film's own sound, before lips are closed on m, b and p. The numbers are correlations with the film.</source>
            <translation>Розкриття рота протягом речення: виміряне у фільмі й таке, як моделі чують його у власному звуці фільму, ще без змикання губ на m, b і p. Числа — кореляції з фільмом.</translation>
        </message>
        <message>
            <source>%1
%2 → %3</source>
            <comment>where, correlations</comment>
            <translation>%1
%2 → %3</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ConfidenceDialog</name>
        <message>
            <source>%1, re-rendered with %2</source>
            <translation>%1, відтворено наново з «%2»</translation>
        </message>
        <message>
            <source>Sync confidence. Ring: before; dot: the new take. Click a segment to look at it.</source>
            <translation>Упевненість синхронності. Кільце: до; крапка: новий дубль. Клацніть сегмент, щоб побачити його.</translation>
        </message>
        <message numerus="yes">
            <source>The new takes of %n segment(s) are being rendered and measured.</source>
            <translation>
                <numerusform>Новий дубль %n сегмента відтворюється й вимірюється.</numerusform>
                <numerusform>Нові дублі %n сегментів відтворюються й вимірюються.</numerusform>
                <numerusform>Нові дублі %n сегментів відтворюються й вимірюються.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 measured: %3 better, %4 worse. On average %5 → %6.</source>
            <translation>Виміряно %1 з %2: %3 краще, %4 гірше. У середньому %5 → %6.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ConfidenceLane</name>
        <message>
            <source>Sync</source>
            <translation>Синхронність</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>не виміряно</translation>
        </message>
        <message>
            <source>too little to measure</source>
            <translation>замало, щоб виміряти</translation>
        </message>
        <message>
            <source>%1 (unfiltered %2)</source>
            <translation>%1 (без фільтра %2)</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>До</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Після</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Оригінал</translation>
        </message>
        <message>
            <source>AV offset</source>
            <translation>Зсув звуку й зображення</translation>
        </message>
        <message numerus="yes">
            <source>%n frame(s)</source>
            <translation>
                <numerusform>%n кадр</numerusform>
                <numerusform>%n кадри</numerusform>
                <numerusform>%n кадрів</numerusform>
            </translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Виміряно</translation>
        </message>
        <message>
            <source>%1 % of the frames</source>
            <translation>%1 % кадрів</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ConsentDialog</name>
        <message>
            <source>Consent of %1</source>
            <translation>Згода: %1</translation>
        </message>
        <message>
            <source>Who agreed</source>
            <translation>Хто погодився</translation>
        </message>
        <message>
            <source>For what</source>
            <translation>На що</translation>
        </message>
        <message>
            <source>Spanish dub, all media</source>
            <translation>Іспанський дубляж, усі носії</translation>
        </message>
        <message>
            <source>Where the agreement is kept</source>
            <translation>Де зберігається угода</translation>
        </message>
        <message>
            <source>Contract number, folder, e-mail (optional)</source>
            <translation>Номер договору, тека, лист (необов’язково)</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Коли</translation>
        </message>
        <message>
            <source>A new mouth is put onto the face of %1. Who agreed to that, when, and for what? The answer is kept in the project and written into every export.</source>
            <translation>На обличчя «%1» накладається новий рот. Хто на це погодився, коли і на що? Відповідь зберігається в проєкті й записується в кожен експорт.</translation>
        </message>
        <message>
            <source>&amp;Who agreed</source>
            <translation>&amp;Хто погодився</translation>
        </message>
        <message>
            <source>W&amp;hen</source>
            <translation>&amp;Коли</translation>
        </message>
        <message>
            <source>&amp;For what</source>
            <translation>&amp;На що</translation>
        </message>
        <message>
            <source>&amp;Kept where</source>
            <translation>&amp;Де зберігається</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Не зараз</translation>
        </message>
        <message>
            <source>Record consent</source>
            <translation>Записати згоду</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::DropZone</name>
        <message>
            <source>Drop a film here, then the translated voices</source>
            <translation>Перетягніть сюди фільм, потім перекладені голоси</translation>
        </message>
        <message>
            <source>Video: MP4, MOV, MKV …   Voices: WAV, FLAC, MP3 …</source>
            <translation>Відео: MP4, MOV, MKV …   Голоси: WAV, FLAC, MP3 …</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::DubCard</name>
        <message>
            <source>M</source>
            <comment>short for mute</comment>
            <translation>M</translation>
        </message>
        <message>
            <source>Mute this voice</source>
            <translation>Вимкнути цей голос</translation>
        </message>
        <message>
            <source>S</source>
            <comment>short for solo</comment>
            <translation>S</translation>
        </message>
        <message>
            <source>Hear only this voice</source>
            <translation>Чути лише цей голос</translation>
        </message>
        <message>
            <source>Name of the dub track</source>
            <translation>Назва доріжки дубляжу</translation>
        </message>
        <message>
            <source>Language, speaker, gain and more</source>
            <translation>Мова, мовець, гучність та інше</translation>
        </message>
        <message>
            <source>Language of the dub track</source>
            <translation>Мова доріжки дубляжу</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>Невідома</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>language, its code</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Who speaks on the dub track</source>
            <translation>Хто говорить на доріжці дубляжу</translation>
        </message>
        <message>
            <source>Gain of the dub track</source>
            <translation>Підсилення доріжки дубляжу</translation>
        </message>
        <message>
            <source> dB</source>
            <translation> дБ</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Мова</translation>
        </message>
        <message>
            <source>Who speaks</source>
            <translation>Хто говорить</translation>
        </message>
        <message>
            <source>Gain</source>
            <translation>Підсилення</translation>
        </message>
        <message>
            <source>Propose segments</source>
            <translation>Запропонувати сегменти</translation>
        </message>
        <message>
            <source>Mark where this voice speaks and whose face it belongs to</source>
            <translation>Позначити, де цей голос звучить і чиєму обличчю належить</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Прибрати</translation>
        </message>
        <message>
            <source>Remove the dub track</source>
            <translation>Прибрати доріжку дубляжу</translation>
        </message>
        <message>
            <source>The file is missing.</source>
            <translation>Файл відсутній.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>language, format</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Автоматично</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ExportDialog</name>
        <message>
            <source>Without a language</source>
            <translation>Без мови</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Експорт</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Набір</translation>
        </message>
        <message>
            <source>H.264 (mp4): to be watched</source>
            <translation>H.264 (mp4): для перегляду</translation>
        </message>
        <message>
            <source>HEVC (mp4): smaller, 10-bit</source>
            <translation>HEVC (mp4): менший, 10 біт</translation>
        </message>
        <message>
            <source>ProRes (mov): for the edit</source>
            <translation>ProRes (mov): для монтажу</translation>
        </message>
        <message>
            <source>DNxHR (mov): for the edit</source>
            <translation>DNxHR (mov): для монтажу</translation>
        </message>
        <message>
            <source>FFV1 (mkv): lossless</source>
            <translation>FFV1 (mkv): без втрат</translation>
        </message>
        <message>
            <source>PNG patches with mask: for the grade</source>
            <translation>Латки PNG з маскою: для кольорокорекції</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Якість</translation>
        </message>
        <message>
            <source>Constant rate factor: lower is better and larger</source>
            <translation>Сталий коефіцієнт якості: менше — краще і більший файл</translation>
        </message>
        <message>
            <source>Languages, one file each</source>
            <translation>Мови, по файлу на кожну</translation>
        </message>
        <message>
            <source>The whole film</source>
            <translation>Увесь фільм</translation>
        </message>
        <message>
            <source>From in to out</source>
            <translation>Від входу до виходу</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Тека</translation>
        </message>
        <message>
            <source>Choose the folder</source>
            <translation>Вибрати теку</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Назва</translation>
        </message>
        <message>
            <source>Keep the original sound as a further track</source>
            <translation>Зберегти оригінальний звук ще однією доріжкою</translation>
        </message>
        <message>
            <source>Only approved segments</source>
            <translation>Лише схвалені сегменти</translation>
        </message>
        <message>
            <source>Change lists (EDL, CSV, OTIO) beside it</source>
            <translation>Списки змін (EDL, CSV, OTIO) поруч</translation>
        </message>
        <message>
            <source>Replace files of the same name</source>
            <translation>Замінити файли з такою ж назвою</translation>
        </message>
        <message>
            <source>&amp;Preset</source>
            <translation>&amp;Набір</translation>
        </message>
        <message>
            <source>&amp;Quality</source>
            <translation>&amp;Якість</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>Діапазон</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Тека</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>Н&amp;азва</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Експортувати до</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::FilmSection</name>
        <message>
            <source>Import film…</source>
            <translation>Імпортувати фільм…</translation>
        </message>
        <message>
            <source>Relink…</source>
            <translation>Знайти файл…</translation>
        </message>
        <message>
            <source>No film yet</source>
            <translation>Фільму ще немає</translation>
        </message>
        <message>
            <source>Drop a film here or import one.</source>
            <translation>Перетягніть сюди фільм або імпортуйте його.</translation>
        </message>
        <message>
            <source>The file is not where it was.</source>
            <translation>Файлу немає там, де він був.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::GainPlot</name>
        <message>
            <source>%1 → %2%3</source>
            <comment>before, after, unit with its space</comment>
            <translation>%1 → %2%3</translation>
        </message>
        <message>
            <source>What adapting brought</source>
            <translation>Що дало налаштування</translation>
        </message>
        <message>
            <source>On sentences that were kept apart. Ring: the universal model; dot: this one.</source>
            <translation>На відкладених реченнях. Кільце: універсальна модель; крапка: ця.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>measure, values</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::InspectorPanel</name>
        <message>
            <source>(several)</source>
            <translation>(різні)</translation>
        </message>
        <message>
            <source>Nothing is selected.

Click a segment on the timeline or in the review list to change who speaks, how strongly the mouth moves, and which take is shown.</source>
            <translation>Нічого не вибрано.

Клацніть сегмент на часовій шкалі або в списку, щоб змінити, хто говорить, як сильно рухається рот і який дубль показано.</translation>
        </message>
        <message>
            <source>Actor</source>
            <translation>Актор</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>Голос</translation>
        </message>
        <message>
            <source>Render</source>
            <translation>Рендер</translation>
        </message>
        <message>
            <source>Render the selected segments in full quality</source>
            <translation>Рендерити вибрані сегменти в повній якості</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Чернетка</translation>
        </message>
        <message>
            <source>Render the selected segments quickly, to judge them</source>
            <translation>Швидко рендерити вибрані сегменти, щоб оцінити</translation>
        </message>
        <message>
            <source>Text and notes</source>
            <translation>Текст і нотатки</translation>
        </message>
        <message>
            <source>What is said</source>
            <translation>Що сказано</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Нотатки</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>voice, language</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message numerus="yes">
            <source>%n frames</source>
            <translation>
                <numerusform>%n кадр</numerusform>
                <numerusform>%n кадри</numerusform>
                <numerusform>%n кадрів</numerusform>
            </translation>
        </message>
        <message>
            <source>1 segment  ·  %1  ·  %2</source>
            <comment>status, length</comment>
            <translation>1 сегмент  ·  %1  ·  %2</translation>
        </message>
        <message numerus="yes">
            <source>%n segments selected</source>
            <translation>
                <numerusform>Вибрано %n сегмент</numerusform>
                <numerusform>Вибрано %n сегменти</numerusform>
                <numerusform>Вибрано %n сегментів</numerusform>
            </translation>
        </message>
        <message>
            <source>(nobody)</source>
            <translation>(ніхто)</translation>
        </message>
        <message>
            <source>(none)</source>
            <translation>(немає)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::JobDelegate</name>
        <message>
            <source>Continue (Space)</source>
            <translation>Продовжити (Пробіл)</translation>
        </message>
        <message>
            <source>Pause (Space)</source>
            <translation>Пауза (Пробіл)</translation>
        </message>
        <message>
            <source>Cancel (Del)</source>
            <translation>Скасувати (Del)</translation>
        </message>
        <message>
            <source>Show in folder (Enter)</source>
            <translation>Показати в теці (Enter)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::JobsModel</name>
        <message numerus="yes">
            <source>%n s left</source>
            <translation>
                <numerusform>лишилася %n с</numerusform>
                <numerusform>лишилося %n с</numerusform>
                <numerusform>лишилося %n с</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min left</source>
            <translation>
                <numerusform>лишилася %n хв</numerusform>
                <numerusform>лишилося %n хв</numerusform>
                <numerusform>лишилося %n хв</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 h %2 min left</source>
            <translation>лишилося %1 год %2 хв</translation>
        </message>
        <message>
            <source>%1 frames/s</source>
            <translation>%1 кадр/с</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Виконується</translation>
        </message>
        <message>
            <source>Waiting for its turn</source>
            <translation>Чекає черги</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Призупинено</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Готово</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Не вдалося</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Скасовано</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>job, its state</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::JobsPanel</name>
        <message>
            <source>Analysis, rendering and exports appear here while they run.</source>
            <translation>Тут з’являються аналіз, рендер та експорт, поки вони тривають.</translation>
        </message>
        <message>
            <source>Background jobs</source>
            <translation>Завдання у тлі</translation>
        </message>
        <message>
            <source>Pause or continue</source>
            <translation>Призупинити або продовжити</translation>
        </message>
        <message>
            <source>Cancel the job</source>
            <translation>Скасувати завдання</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Показати в теці</translation>
        </message>
        <message>
            <source>Clear finished</source>
            <translation>Прибрати завершені</translation>
        </message>
        <message>
            <source>Clear finished jobs</source>
            <translation>Прибрати завершені завдання</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::KeymapModel</name>
        <message>
            <source>Also the key of: %1</source>
            <translation>Також клавіша для: %1</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Команда</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Клавіші</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::KeymapPage</name>
        <message>
            <source>&amp;Assign</source>
            <translation>&amp;Призначити</translation>
        </message>
        <message>
            <source>&amp;Remove keys</source>
            <translation>При&amp;брати клавіші</translation>
        </message>
        <message>
            <source>&amp;Default</source>
            <translation>&amp;Типово</translation>
        </message>
        <message>
            <source>Commands and keys</source>
            <translation>Команди й клавіші</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>Нова клавіша</translation>
        </message>
        <message>
            <source>Filter commands</source>
            <translation>Фільтр команд</translation>
        </message>
        <message>
            <source>Search commands or keys</source>
            <translation>Пошук команд або клавіш</translation>
        </message>
        <message>
            <source>All to &amp;default</source>
            <translation>Усі &amp;типово</translation>
        </message>
        <message>
            <source>The same key also belongs to: %1. Neither works until one of them is changed.</source>
            <translation>Ця клавіша також належить: %1. Жодна не працює, доки одну з них не змінено.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::LearningPlot</name>
        <message>
            <source>Learning curve</source>
            <translation>Крива навчання</translation>
        </message>
        <message>
            <source>universal</source>
            <translation>універсальна</translation>
        </message>
        <message>
            <source>%1%2, nothing better yet</source>
            <comment>value, unit</comment>
            <translation>%1%2, кращого ще немає</translation>
        </message>
        <message>
            <source>%1 → %2%3 (%4)</source>
            <comment>values, unit, difference</comment>
            <translation>%1 → %2%3 (%4)</translation>
        </message>
        <message>
            <source>%1: %2, after %3</source>
            <comment>measure, gain, time</comment>
            <translation>%1: %2, через %3</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::LibraryModel</name>
        <message>
            <source>%1, picked</source>
            <translation>%1, вибрано</translation>
        </message>
        <message>
            <source>%1, banned</source>
            <translation>%1, заборонено</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::LibraryPicker</name>
        <message>
            <source>Clear all</source>
            <translation>Очистити все</translation>
        </message>
        <message>
            <source>Pictures of the mouth</source>
            <translation>Кадри рота</translation>
        </message>
        <message>
            <source>Closed mouths come first, open ones last. Click a picture to pick it, again to ban it, once more to leave it to the program. Keys: P picks, B bans, Del clears.</source>
            <translation>Спершу закриті роти, наприкінці відкриті. Клацніть кадр, щоб вибрати його, ще раз — щоб заборонити, і ще раз — щоб лишити рішення програмі. Клавіші: P вибирає, B забороняє, Del очищає.</translation>
        </message>
        <message>
            <source>%1 picked, %2 banned</source>
            <translation>Вибрано %1, заборонено %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MaskLane</name>
        <message>
            <source>Mask</source>
            <translation>Маска</translation>
        </message>
        <message>
            <source>Opacity, original</source>
            <translation>Непрозорість, оригінал</translation>
        </message>
        <message>
            <source>%1  opacity %2 %</source>
            <translation>%1  непрозорість %2 %</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MaterialBar</name>
        <message>
            <source>Material to learn from</source>
            <translation>Матеріал для навчання</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MediaCastPanel</name>
        <message>
            <source>Add voices…</source>
            <translation>Додати голоси…</translation>
        </message>
        <message>
            <source>Add a dub track</source>
            <translation>Додати доріжку дубляжу</translation>
        </message>
        <message>
            <source>Drop the translated voices here: one file or one per actor.</source>
            <translation>Перетягніть сюди перекладені голоси: один файл або по одному на актора.</translation>
        </message>
        <message>
            <source>People appear here when the film has been analysed.</source>
            <translation>Люди з’являться тут, коли фільм буде проаналізовано.</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Фільм</translation>
        </message>
        <message>
            <source>Voices</source>
            <translation>Голоси</translation>
        </message>
        <message>
            <source>Cast</source>
            <translation>Актори</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MessagesModel</name>
        <message>
            <source>Information</source>
            <translation>Інформація</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Попередження</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Помилка</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <comment>time, message</comment>
            <translation>%1  %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>severity, message</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MessagesPanel</name>
        <message>
            <source>Messages</source>
            <translation>Повідомлення</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Копіювати</translation>
        </message>
        <message>
            <source>Which messages are shown</source>
            <translation>Які повідомлення показано</translation>
        </message>
        <message>
            <source>All messages</source>
            <translation>Усі повідомлення</translation>
        </message>
        <message>
            <source>Warnings and errors</source>
            <translation>Попередження й помилки</translation>
        </message>
        <message>
            <source>Errors only</source>
            <translation>Лише помилки</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Очистити</translation>
        </message>
        <message>
            <source>Clear all messages</source>
            <translation>Очистити всі повідомлення</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MixedSpinBox</name>
        <message>
            <source>(several)</source>
            <translation>(різні)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ModelRow</name>
        <message>
            <source>Name of the model</source>
            <translation>Назва моделі</translation>
        </message>
        <message>
            <source>Unnamed model</source>
            <translation>Модель без назви</translation>
        </message>
        <message>
            <source>What to do with the model</source>
            <translation>Що зробити з моделлю</translation>
        </message>
        <message>
            <source>&amp;Use for all segments</source>
            <translation>&amp;Використати для всіх сегментів</translation>
        </message>
        <message>
            <source>&amp;Re-render all segments with it…</source>
            <translation>&amp;Відтворити наново всі сегменти з нею…</translation>
        </message>
        <message>
            <source>&amp;Compare with the universal model…</source>
            <translation>&amp;Порівняти з універсальною моделлю…</translation>
        </message>
        <message>
            <source>Re&amp;name</source>
            <translation>Пере&amp;йменувати</translation>
        </message>
        <message>
            <source>Re&amp;move…</source>
            <translation>Ви&amp;лучити…</translation>
        </message>
        <message numerus="yes">
            <source>used by %n segment(s)</source>
            <translation>
                <numerusform>використовує %n сегмент</numerusform>
                <numerusform>використовують %n сегменти</numerusform>
                <numerusform>використовують %n сегментів</numerusform>
            </translation>
        </message>
        <message>
            <source>not used yet</source>
            <translation>ще не використано</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, use</comment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MouthPlot</name>
        <message>
            <source>Opening of the mouth over the sentence</source>
            <translation>Розкриття рота протягом речення</translation>
        </message>
        <message>
            <source>Agreement with the film: universal %1, adapted %2</source>
            <translation>Збіг із фільмом: універсальна %1, налаштована %2</translation>
        </message>
        <message>
            <source>In the film</source>
            <translation>У фільмі</translation>
        </message>
        <message>
            <source>Universal: %1</source>
            <comment>correlation</comment>
            <translation>Універсальна: %1</translation>
        </message>
        <message>
            <source>Adapted: %1</source>
            <comment>correlation</comment>
            <translation>Налаштована: %1</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 с</translation>
        </message>
        <message>
            <source>open</source>
            <translation>відкрито</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>закрито</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::NameEdit</name>
        <message>
            <source>Click to rename</source>
            <translation>Клацніть, щоб перейменувати</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::NoteOverlay</name>
        <message>
            <source>Note</source>
            <translation>Нотатка</translation>
        </message>
        <message>
            <source>Enter keeps the note, Shift+Enter begins a line, Esc leaves.</source>
            <translation>Enter зберігає нотатку, Shift+Enter починає рядок, Esc закриває.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::OpacityKeys</name>
        <message>
            <source>Opacity at the playhead</source>
            <translation>Непрозорість на голівці</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>To the opacity keyframe before</source>
            <translation>До попереднього ключового кадру непрозорості</translation>
        </message>
        <message>
            <source>Opacity keyframe at the playhead</source>
            <translation>Ключовий кадр непрозорості на голівці</translation>
        </message>
        <message>
            <source>To the opacity keyframe after</source>
            <translation>До наступного ключового кадру непрозорості</translation>
        </message>
        <message numerus="yes">
            <source>%n keyframe(s)</source>
            <translation>
                <numerusform>%n ключовий кадр</numerusform>
                <numerusform>%n ключові кадри</numerusform>
                <numerusform>%n ключових кадрів</numerusform>
            </translation>
        </message>
        <message>
            <source>The playhead is elsewhere</source>
            <translation>Голівка в іншому місці</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::PairedPlot</name>
        <message>
            <source>Sync confidence before and after, by segment</source>
            <translation>Упевненість синхронності до і після, за сегментами</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>не виміряно</translation>
        </message>
        <message>
            <source>%1: %2 before, %3 after</source>
            <comment>segment, confidences</comment>
            <translation>%1: до %2, після %3</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::PreferencesDialog</name>
        <message>
            <source>Language</source>
            <translation>Мова</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Як у системі</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Тема</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Темна</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Світла</translation>
        </message>
        <message>
            <source>Autosave after</source>
            <translation>Автозбереження через</translation>
        </message>
        <message>
            <source> s</source>
            <translation> с</translation>
        </message>
        <message>
            <source>Pre-roll</source>
            <translation>Запас до</translation>
        </message>
        <message>
            <source>Post-roll</source>
            <translation>Запас після</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Мова</translation>
        </message>
        <message>
            <source>Takes effect when Lipwright starts again.</source>
            <translation>Набуде чинності після перезапуску Lipwright.</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Тема</translation>
        </message>
        <message>
            <source>&amp;Autosave at most every</source>
            <translation>&amp;Автозбереження щонайдовше кожні</translation>
        </message>
        <message>
            <source>&amp;Pre-roll of loops</source>
            <translation>Запас &amp;до циклу</translation>
        </message>
        <message>
            <source>P&amp;ost-roll of loops</source>
            <translation>Запас &amp;після циклу</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Пристрій</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Автоматично</translation>
        </message>
        <message>
            <source>Processor (CPU)</source>
            <translation>Процесор (CPU)</translation>
        </message>
        <message>
            <source>Graphics card (CUDA)</source>
            <translation>Відеокарта (CUDA)</translation>
        </message>
        <message>
            <source>Graphics card (CUDA): none answers</source>
            <translation>Відеокарта (CUDA): не відповідає</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>Потоки</translation>
        </message>
        <message>
            <source>All but one</source>
            <translation>Усі, крім одного</translation>
        </message>
        <message>
            <source>&amp;Measure the speed</source>
            <translation>&amp;Виміряти швидкість</translation>
        </message>
        <message>
            <source>Measure the speed</source>
            <translation>Виміряти швидкість</translation>
        </message>
        <message>
            <source>Progress of the measurement</source>
            <translation>Перебіг вимірювання</translation>
        </message>
        <message>
            <source>Measured speed</source>
            <translation>Виміряна швидкість</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>&amp;Пристрій</translation>
        </message>
        <message>
            <source>&amp;Threads</source>
            <translation>П&amp;отоки</translation>
        </message>
        <message>
            <source>Memory for pictures</source>
            <translation>Пам’ять для кадрів</translation>
        </message>
        <message>
            <source> MiB</source>
            <translation> МіБ</translation>
        </message>
        <message>
            <source>Cache folder</source>
            <translation>Тека кешу</translation>
        </message>
        <message>
            <source>The system's cache folder</source>
            <translation>Системна тека кешу</translation>
        </message>
        <message>
            <source>Choose the cache folder</source>
            <translation>Вибрати теку кешу</translation>
        </message>
        <message>
            <source>Largest size of the cache</source>
            <translation>Найбільший розмір кешу</translation>
        </message>
        <message>
            <source> GiB</source>
            <translation> ГіБ</translation>
        </message>
        <message>
            <source>Being measured …</source>
            <translation>Вимірюється…</translation>
        </message>
        <message>
            <source>Used by the cache</source>
            <translation>Зайнято кешем</translation>
        </message>
        <message>
            <source>&amp;Clear the cache</source>
            <translation>О&amp;чистити кеш</translation>
        </message>
        <message>
            <source>Clear the cache</source>
            <translation>Очистити кеш</translation>
        </message>
        <message>
            <source>&amp;Memory for pictures</source>
            <translation>&amp;Пам’ять для кадрів</translation>
        </message>
        <message>
            <source>Cache &amp;folder</source>
            <translation>&amp;Тека кешу</translation>
        </message>
        <message>
            <source>Cache &amp;at most</source>
            <translation>Кеш &amp;щонайбільше</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>Зайнято</translation>
        </message>
        <message>
            <source>The cache holds what was found out about films and voices. What is cleared is found out again when it is needed; takes are not in it.</source>
            <translation>У кеші — те, що з’ясовано про фільми й голоси. Очищене з’ясовується знову, коли знадобиться; дублів у ньому немає.</translation>
        </message>
        <message>
            <source>Preferences</source>
            <translation>Налаштування</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Загальне</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Клавіші</translation>
        </message>
        <message>
            <source>Memory and cache</source>
            <translation>Пам’ять і кеш</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <translation>%1 у %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::PresetBar</name>
        <message>
            <source>Preset</source>
            <translation>Набір</translation>
        </message>
        <message>
            <source>Name of the preset</source>
            <translation>Назва набору</translation>
        </message>
        <message>
            <source>Name, then Enter</source>
            <translation>Назва, потім Enter</translation>
        </message>
        <message>
            <source>Save, rename or delete presets</source>
            <translation>Зберегти, перейменувати чи видалити набори</translation>
        </message>
        <message>
            <source>Save the settings as a preset…</source>
            <translation>Зберегти налаштування як набір…</translation>
        </message>
        <message>
            <source>Rename the preset…</source>
            <translation>Перейменувати набір…</translation>
        </message>
        <message>
            <source>Delete the preset</source>
            <translation>Видалити набір</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>Типовий</translation>
        </message>
        <message>
            <source>%1 (changed)</source>
            <comment>name of a preset</comment>
            <translation>%1 (змінено)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::PreviewPane</name>
        <message>
            <source>What the export does</source>
            <translation>Що зробить експорт</translation>
        </message>
        <message>
            <source>&lt;p&gt;Checking …&lt;/p&gt;</source>
            <translation>&lt;p&gt;Перевірка…&lt;/p&gt;</translation>
        </message>
        <message>
            <source>This keeps the export from starting</source>
            <translation>Це не дає почати експорт</translation>
        </message>
        <message>
            <source>To be aware of</source>
            <translation>Варто знати</translation>
        </message>
        <message>
            <source>Written anew</source>
            <translation>Записується наново</translation>
        </message>
        <message>
            <source>Kept identical</source>
            <translation>Лишається незмінним</translation>
        </message>
        <message>
            <source>About %1 needed, %2 free on the disk.</source>
            <translation>Потрібно близько %1, на диску вільно %2.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::RecentProjectsModel</name>
        <message>
            <source>not found</source>
            <translation>не знайдено</translation>
        </message>
        <message>
            <source>%1, in %2, %3</source>
            <comment>project, folder, when</comment>
            <translation>%1, у %2, %3</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::RelinkDialog</name>
        <message>
            <source>Missing media</source>
            <translation>Відсутні файли</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Назва</translation>
        </message>
        <message>
            <source>Last seen at</source>
            <translation>Востаннє бачено в</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>Проблема</translation>
        </message>
        <message>
            <source>&amp;Search a folder…</source>
            <translation>&amp;Шукати в теці…</translation>
        </message>
        <message>
            <source>&amp;Choose the file…</source>
            <translation>&amp;Вибрати файл…</translation>
        </message>
        <message>
            <source>These files are not where the project last saw them. A folder is searched by name and content.</source>
            <translation>Цих файлів немає там, де проєкт бачив їх востаннє. У теці шукають за назвою та вмістом.</translation>
        </message>
        <message>
            <source>Search a folder</source>
            <translation>Шукати в теці</translation>
        </message>
        <message>
            <source>Choose %1</source>
            <translation>Вибрати %1</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::RerenderDialog</name>
        <message>
            <source>Re-render %1</source>
            <translation>Відтворити наново: %1</translation>
        </message>
        <message>
            <source>Mouth shapes</source>
            <translation>Форми рота</translation>
        </message>
        <message>
            <source>&amp;Final</source>
            <translation>&amp;Остаточно</translation>
        </message>
        <message>
            <source>&amp;Draft, quicker</source>
            <translation>&amp;Чернетка, швидше</translation>
        </message>
        <message numerus="yes">
            <source>All %n segment(s) of %1 get these mouth shapes, as one undo step, and are rendered again. Their takes are kept. As the new takes are measured, you see the sync before and after.</source>
            <translation>
                <numerusform>%n сегмент (%1) отримає ці форми рота одним кроком скасування й буде відтворений наново. Його дублі збережуться. Коли новий дубль буде виміряно, ви побачите синхронність до і після.</numerusform>
                <numerusform>%n сегменти (%1) отримають ці форми рота одним кроком скасування й будуть відтворені наново. Їхні дублі збережуться. Коли нові дублі буде виміряно, ви побачите синхронність до і після.</numerusform>
                <numerusform>%n сегментів (%1) отримають ці форми рота одним кроком скасування й будуть відтворені наново. Їхні дублі збережуться. Коли нові дублі буде виміряно, ви побачите синхронність до і після.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Mouth shapes</source>
            <translation>&amp;Форми рота</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Якість</translation>
        </message>
        <message>
            <source>Re-render</source>
            <translation>Відтворити наново</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::RetouchGroup</name>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Mask and compositing</source>
            <translation>Маска й накладання</translation>
        </message>
        <message>
            <source>Grow or shrink the mask</source>
            <translation>Розширити чи звузити маску</translation>
        </message>
        <message>
            <source>Softer edge inside the mask</source>
            <translation>М’якший край усередині маски</translation>
        </message>
        <message>
            <source>Match of the original's colour</source>
            <translation>Узгодження з кольором оригіналу</translation>
        </message>
        <message>
            <source>Sharpness</source>
            <translation>Різкість</translation>
        </message>
        <message>
            <source>Force</source>
            <translation>Примусово</translation>
        </message>
        <message>
            <source>Allow take</source>
            <translation>Дозволити дубль</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>Скинути все</translation>
        </message>
        <message>
            <source>Everything in this group back to the default, painted masks too</source>
            <translation>Усе в цій групі до типових значень, намальовані маски теж</translation>
        </message>
        <message>
            <source>Grow</source>
            <translation>Розширення</translation>
        </message>
        <message>
            <source>Soften</source>
            <translation>Пом’якшення</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Колір</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>Непрозорість</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Оригінал</translation>
        </message>
        <message numerus="yes">
            <source>The film's own picture on %n frame(s)</source>
            <translation>
                <numerusform>Власне зображення фільму на %n кадрі</numerusform>
                <numerusform>Власне зображення фільму на %n кадрах</numerusform>
                <numerusform>Власне зображення фільму на %n кадрах</numerusform>
            </translation>
        </message>
        <message>
            <source>Show the film's own picture between in and out</source>
            <translation>Показати власне зображення фільму між входом і виходом</translation>
        </message>
        <message>
            <source>Show the film's own picture over the whole segment; set in and out to choose a part</source>
            <translation>Показати власне зображення фільму в усьому сегменті; щоб вибрати частину, поставте вхід і вихід</translation>
        </message>
        <message>
            <source>Show the take again between in and out</source>
            <translation>Знову показати дубль між входом і виходом</translation>
        </message>
        <message>
            <source>Show the take again over the whole segment</source>
            <translation>Знову показати дубль в усьому сегменті</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ReviewFilterBar</name>
        <message>
            <source>Show the segments of this actor</source>
            <translation>Показати сегменти цього актора</translation>
        </message>
        <message>
            <source>Show the segments in this language</source>
            <translation>Показати сегменти цією мовою</translation>
        </message>
        <message>
            <source>Search in texts and notes</source>
            <translation>Пошук у текстах і нотатках</translation>
        </message>
        <message>
            <source>Search…</source>
            <translation>Пошук…</translation>
        </message>
        <message>
            <source>Worst first</source>
            <translation>Спершу найгірші</translation>
        </message>
        <message>
            <source>Show segments that are: %1</source>
            <translation>Показати сегменти зі станом: %1</translation>
        </message>
        <message>
            <source>All actors</source>
            <translation>Усі актори</translation>
        </message>
        <message>
            <source>All languages</source>
            <translation>Усі мови</translation>
        </message>
        <message>
            <source>%1 of %2 reviewed</source>
            <translation>переглянуто %1 із %2</translation>
        </message>
        <message>
            <source>Show the segments that need this</source>
            <translation>Показати сегменти, які цього потребують</translation>
        </message>
        <message>
            <source>Order by what needs you most: the least sure sync for this film, then what can not be measured, then what is not rendered. Reviewed segments come last.</source>
            <translation>Упорядкувати за тим, що найбільше потребує уваги: найменш певна як для цього фільму синхронність, потім те, що неможливо виміряти, потім невідрендерене. Переглянуті сегменти — наприкінці.</translation>
        </message>
        <message>
            <source>All reasons</source>
            <translation>Усі причини</translation>
        </message>
        <message>
            <source>– %1</source>
            <comment>kind of what can not be measured</comment>
            <translation>– %1</translation>
        </message>
        <message>
            <source>Reviewed segments</source>
            <translation>Переглянуті сегменти</translation>
        </message>
        <message>
            <source>Approved and bypassed segments count as reviewed</source>
            <translation>Схвалені й обійдені сегменти вважаються переглянутими</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ReviewPanel</name>
        <message>
            <source>Segments to review</source>
            <translation>Сегменти для перегляду</translation>
        </message>
        <message>
            <source>Go to the segment</source>
            <translation>Перейти до сегмента</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::Section</name>
        <message>
            <source>Fold or unfold</source>
            <translation>Згорнути чи розгорнути</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::SettingRow</name>
        <message>
            <source>the default</source>
            <translation>типового</translation>
        </message>
        <message>
            <source>Changed from %1</source>
            <translation>Змінено відносно %1</translation>
        </message>
        <message>
            <source>Back to %1</source>
            <translation>Повернути до %1</translation>
        </message>
        <message>
            <source>%1: back to %2</source>
            <comment>setting, reference</comment>
            <translation>%1: повернути до %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::SettingsGroup</name>
        <message>
            <source>Strength</source>
            <translation>Сила</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Mask feather</source>
            <translation>Розмиття маски</translation>
        </message>
        <message>
            <source>Fade</source>
            <translation>Перехід</translation>
        </message>
        <message>
            <source> fr</source>
            <comment>frames</comment>
            <translation> к.</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>Зсув</translation>
        </message>
        <message>
            <source> ms</source>
            <translation> мс</translation>
        </message>
        <message>
            <source>How much later than the voice the mouth moves</source>
            <translation>Наскільки пізніше за голос рухається рот</translation>
        </message>
        <message>
            <source>Feather</source>
            <translation>Розмиття</translation>
        </message>
        <message>
            <source>= %1 frames</source>
            <translation>= %1 кадр.</translation>
        </message>
        <message>
            <source>Synthesis</source>
            <translation>Синтез</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Рушій</translation>
        </message>
        <message>
            <source>Silence gate</source>
            <translation>Поріг тиші</translation>
        </message>
        <message>
            <source> dB</source>
            <translation> дБ</translation>
        </message>
        <message>
            <source>off</source>
            <translation>вимкнено</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Вибрати…</translation>
        </message>
        <message>
            <source>Where the voice is quieter than this for longer than a pause, the mouth rests</source>
            <translation>Де голос тихіший за це довше, ніж триває пауза, рот у спокої</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Набір</translation>
        </message>
        <message>
            <source>Gate</source>
            <comment>silence gate</comment>
            <translation>Поріг</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Кадри</translation>
        </message>
        <message>
            <source>Pick or ban the film's own pictures that the mouth is made from (one segment)</source>
            <translation>Вибрати чи заборонити кадри фільму, з яких складається рот (один сегмент)</translation>
        </message>
        <message>
            <source>“%1”</source>
            <comment>name of a preset</comment>
            <translation>«%1»</translation>
        </message>
        <message>
            <source>the default</source>
            <translation>типового</translation>
        </message>
        <message>
            <source>All</source>
            <comment>pictures</comment>
            <translation>Усі</translation>
        </message>
        <message>
            <source>%1 picked, %2 banned</source>
            <translation>Вибрано %1, заборонено %2</translation>
        </message>
        <message>
            <source>Mouth shapes</source>
            <translation>Форми рота</translation>
        </message>
        <message>
            <source>Articulation</source>
            <translation>Артикуляція</translation>
        </message>
        <message>
            <source>Liveliness</source>
            <translation>Жвавість</translation>
        </message>
        <message>
            <source>How clearly the lips form the sounds, from what the mouth shapes were learned from</source>
            <translation>Наскільки виразно губи творять звуки, відносно того, з чого навчено форми рота</translation>
        </message>
        <message>
            <source>How quickly the mouth moves, from calm to lively</source>
            <translation>Наскільки швидко рухається рот, від спокійного до жвавого</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ShapeLane</name>
        <message>
            <source>Mouth shape</source>
            <translation>Форма рота</translation>
        </message>
        <message>
            <source>What is shaped of the mouth</source>
            <translation>Що формується в роті</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>Розкриття</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Ширина</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>Округлення</translation>
        </message>
        <message numerus="yes">
            <source>%1  %2, %n frame(s) around</source>
            <translation>
                <numerusform>%1  %2, %n кадр довкола</numerusform>
                <numerusform>%1  %2, %n кадри довкола</numerusform>
                <numerusform>%1  %2, %n кадрів довкола</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::StartScreen</name>
        <message>
            <source>Recent projects</source>
            <translation>Недавні проєкти</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Відкрити</translation>
        </message>
        <message>
            <source>Makes the mouths in a film speak the language of its dubbed voices.</source>
            <translation>Губи у фільмі говорять мовою його дубльованих голосів.</translation>
        </message>
        <message>
            <source>Open film…</source>
            <translation>Відкрити фільм…</translation>
        </message>
        <message>
            <source>Open project…</source>
            <translation>Відкрити проєкт…</translation>
        </message>
        <message>
            <source>Try the sample</source>
            <translation>Спробувати зразок</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::StatusButtons</name>
        <message>
            <source>%1: press again to take it back</source>
            <translation>%1: натисніть ще раз, щоб скасувати</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::SyncGroup</name>
        <message>
            <source>Sync</source>
            <translation>Синхронність</translation>
        </message>
        <message>
            <source>Apply offset</source>
            <translation>Застосувати зсув</translation>
        </message>
        <message>
            <source>Moves the mouth so that it meets the voice. Render to see it; undo takes it back.</source>
            <translation>Зсуває губи так, щоб вони збіглися з голосом. Відрендерте, щоб побачити; скасування повертає як було.</translation>
        </message>
        <message>
            <source>Conf.</source>
            <comment>confidence</comment>
            <translation>Певн.</translation>
        </message>
        <message>
            <source>Cover.</source>
            <comment>coverage</comment>
            <translation>Охопл.</translation>
        </message>
        <message>
            <source>Confidence without any shift; more is better</source>
            <translation>Певність без жодного зсуву; більше — краще</translation>
        </message>
        <message>
            <source>Confidence at the best offset; more is better</source>
            <translation>Певність за найкращого зсуву; більше — краще</translation>
        </message>
        <message>
            <source>Distance at the best offset; less is better</source>
            <translation>Відстань за найкращого зсуву; менше — краще</translation>
        </message>
        <message>
            <source>Share that can be measured</source>
            <translation>Частка, яку можна виміряти</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Фільм</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>До</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Після</translation>
        </message>
        <message>
            <source>Judge 2</source>
            <translation>Суддя 2</translation>
        </message>
        <message>
            <source>Nudge</source>
            <translation>Підсунути</translation>
        </message>
        <message>
            <source>−1 fr</source>
            <translation>−1 к.</translation>
        </message>
        <message>
            <source>Mouth one frame earlier</source>
            <translation>Губи на кадр раніше</translation>
        </message>
        <message>
            <source>−1 ms</source>
            <translation>−1 мс</translation>
        </message>
        <message>
            <source>Mouth one millisecond earlier</source>
            <translation>Губи на мілісекунду раніше</translation>
        </message>
        <message>
            <source>+1 ms</source>
            <translation>+1 мс</translation>
        </message>
        <message>
            <source>Mouth one millisecond later</source>
            <translation>Губи на мілісекунду пізніше</translation>
        </message>
        <message>
            <source>+1 fr</source>
            <translation>+1 к.</translation>
        </message>
        <message>
            <source>Mouth one frame later</source>
            <translation>Губи на кадр пізніше</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::SyncPlot</name>
        <message>
            <source>Sync confidence over the segment</source>
            <translation>Певність синхронності вздовж сегмента</translation>
        </message>
        <message>
            <source>Sync confidence over the segment. Dotted: the film's own sound; thin: the voice on the film's picture; thick: on the take. Gaps can not be measured.</source>
            <translation>Певність синхронності вздовж сегмента. Пунктир: власний звук фільму; тонка лінія: голос на зображенні фільму; товста: на дублі. Прогалини неможливо виміряти.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesBox</name>
        <message>
            <source>Takes</source>
            <translation>Дублі</translation>
        </message>
        <message>
            <source>Compare with what is shown (C)</source>
            <translation>Порівняти з показаним (C)</translation>
        </message>
        <message>
            <source>Rename the take (F2)</source>
            <translation>Перейменувати дубль (F2)</translation>
        </message>
        <message>
            <source>Remove the take (Del)</source>
            <translation>Видалити дубль (Del)</translation>
        </message>
        <message>
            <source>What takes occupy on the disk: of this segment, of the project</source>
            <translation>Скільки місця на диску займають дублі: цього сегмента, проєкту</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>bytes of this segment's takes, of the project's takes</comment>
            <translation>%1 із %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesDelegate</name>
        <message>
            <source>%1 (draft)</source>
            <comment>name of a take</comment>
            <translation>%1 (чернетка)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesList</name>
        <message>
            <source>Takes</source>
            <translation>Дублі</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Перейменувати</translation>
        </message>
        <message>
            <source>Remove the take</source>
            <translation>Видалити дубль</translation>
        </message>
        <message>
            <source>Compare with what is shown</source>
            <translation>Порівняти з показаним</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesModel</name>
        <message>
            <source>Take %1</source>
            <translation>Дубль %1</translation>
        </message>
        <message>
            <source>%1, shown now</source>
            <translation>%1, показано зараз</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Оригінал</translation>
        </message>
        <message>
            <source>The film's own picture</source>
            <translation>Власне зображення фільму</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TimecodeField</name>
        <message>
            <source>Timecode of the playhead</source>
            <translation>Таймкод голівки</translation>
        </message>
        <message>
            <source>Type a timecode and press Enter. +20 goes 20 frames on, -1:00 goes one second back.</source>
            <translation>Введіть таймкод і натисніть Enter. +20 — на 20 кадрів уперед, -1:00 — на секунду назад.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TimelineWidget</name>
        <message>
            <source>Picture</source>
            <translation>Зображення</translation>
        </message>
        <message>
            <source>Segments</source>
            <translation>Сегменти</translation>
        </message>
        <message>
            <source>Drop a film, then the translated voices</source>
            <translation>Перетягніть фільм, потім перекладені голоси</translation>
        </message>
        <message numerus="yes">
            <source>%1 to %2, %n frame(s)</source>
            <translation>
                <numerusform>%1–%2, %n кадр</numerusform>
                <numerusform>%1–%2, %n кадри</numerusform>
                <numerusform>%1–%2, %n кадрів</numerusform>
            </translation>
        </message>
        <message>
            <source>The take was made with other ends or settings: render again.</source>
            <translation>Дубль зроблено з іншими межами чи налаштуваннями: відрендерте знову.</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Часова шкала</translation>
        </message>
        <message numerus="yes">
            <source>%n frame(s)</source>
            <translation>
                <numerusform>%n кадр</numerusform>
                <numerusform>%n кадри</numerusform>
                <numerusform>%n кадрів</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TransportBar</name>
        <message>
            <source>Transport</source>
            <translation>Керування відтворенням</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Тривалість</translation>
        </message>
        <message>
            <source>Duration of the film</source>
            <translation>Тривалість фільму</translation>
        </message>
        <message>
            <source>Speed of playback</source>
            <translation>Швидкість відтворення</translation>
        </message>
        <message>
            <source>What is heard</source>
            <translation>Що чути</translation>
        </message>
        <message>
            <source>/ %1</source>
            <translation>/ %1</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ViewerWidget</name>
        <message>
            <source>Original</source>
            <translation>Оригінал</translation>
        </message>
        <message>
            <source>Dubbed</source>
            <translation>Дубляж</translation>
        </message>
        <message>
            <source>Difference × %1</source>
            <translation>Різниця × %1</translation>
        </message>
        <message>
            <source>No difference: this frame is not dubbed</source>
            <translation>Різниці немає: цей кадр не дубльовано</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>Перегляд</translation>
        </message>
        <message>
            <source>Face of %1. Enter chooses it.</source>
            <translation>Обличчя: %1. Enter вибирає його.</translation>
        </message>
        <message>
            <source>Difference of %1 and %2 × %3</source>
            <translation>Різниця: %1 і %2 × %3</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::VolumeControl</name>
        <message>
            <source>Mute</source>
            <translation>Вимкнути звук</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Гучність</translation>
        </message>
        <message>
            <source>Switch the sound on</source>
            <translation>Увімкнути звук</translation>
        </message>
        <message>
            <source>%1
%2</source>
            <translation>%1
%2</translation>
        </message>
        <message>
            <source>Volume: %1 %</source>
            <translation>Гучність: %1 %</translation>
        </message>
        <message>
            <source>Volume: %1 %
%2</source>
            <translation>Гучність: %1 %
%2</translation>
        </message>
    </context>
    <context>
        <name>main</name>
        <message>
            <source>An editor for lip-sync dubbing.</source>
            <translation>Редактор дубляжу з узгодженням губ.</translation>
        </message>
        <message>
            <source>Open the bundled sample.</source>
            <translation>Відкрити вбудований зразок.</translation>
        </message>
        <message>
            <source>A project, or a film and its voices.</source>
            <translation>Проєкт або фільм і його голоси.</translation>
        </message>
    </context>
</TS>
