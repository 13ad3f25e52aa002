<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>About Lipwright</source>
            <translation>About Lipwright</translation>
        </message>
        <message>
            <source>&lt;h3&gt;Lipwright %1&lt;/h3&gt;&lt;p&gt;An editor for lip-sync dubbing.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
            <translation>&lt;h3&gt;Lipwright %1&lt;/h3&gt;&lt;p&gt;An editor for lip-sync dubbing.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>What Lipwright is for</source>
            <translation>What Lipwright is for</translation>
        </message>
        <message>
            <source>&lt;p&gt;Lipwright matches the mouths of actors to a translation of what they said, with their consent.&lt;/p&gt;&lt;p&gt;It is not for putting words into the mouth of someone who did not agree to it. Every export names what was changed and who agreed.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Lipwright matches the mouths of actors to a translation of what they said, with their consent.&lt;/p&gt;&lt;p&gt;It is not for putting words into the mouth of someone who did not agree to it. Every export names what was changed and who agreed.&lt;/p&gt;</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;File</translation>
        </message>
        <message>
            <source>&amp;New project</source>
            <translation>&amp;New project</translation>
        </message>
        <message>
            <source>&amp;Open project…</source>
            <translation>&amp;Open project…</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>Open &amp;recent</translation>
        </message>
        <message>
            <source>Open the sa&amp;mple</source>
            <translation>Open the sa&amp;mple</translation>
        </message>
        <message>
            <source>A synthetic presenter and a Spanish voice</source>
            <translation>A synthetic presenter and a Spanish voice</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>Save &amp;as…</source>
            <translation>Save &amp;as…</translation>
        </message>
        <message>
            <source>Import &amp;film…</source>
            <translation>Import &amp;film…</translation>
        </message>
        <message>
            <source>Import &amp;voices…</source>
            <translation>Import &amp;voices…</translation>
        </message>
        <message>
            <source>Translated sound for the film</source>
            <translation>Translated sound for the film</translation>
        </message>
        <message>
            <source>Import se&amp;gments…</source>
            <translation>Import se&amp;gments…</translation>
        </message>
        <message>
            <source>From SRT, EDL, CSV or OTIO</source>
            <translation>From SRT, EDL, CSV or OTIO</translation>
        </message>
        <message>
            <source>Re&amp;link missing media…</source>
            <translation>Re&amp;link missing media…</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Export…</translation>
        </message>
        <message>
            <source>Export &amp;change list…</source>
            <translation>Export &amp;change list…</translation>
        </message>
        <message>
            <source>The changed ranges as EDL, CSV or OTIO</source>
            <translation>The changed ranges as EDL, CSV or OTIO</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quit</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Edit</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Undo</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Redo</translation>
        </message>
        <message>
            <source>Select &amp;all segments</source>
            <translation>Select &amp;all segments</translation>
        </message>
        <message>
            <source>&amp;Delete segments</source>
            <translation>&amp;Delete segments</translation>
        </message>
        <message>
            <source>Set &amp;marker</source>
            <translation>Set &amp;marker</translation>
        </message>
        <message>
            <source>Set &amp;in point</source>
            <translation>Set &amp;in point</translation>
        </message>
        <message>
            <source>Set &amp;out point</source>
            <translation>Set &amp;out point</translation>
        </message>
        <message>
            <source>&amp;Clear in and out</source>
            <translation>&amp;Clear in and out</translation>
        </message>
        <message>
            <source>S&amp;napping</source>
            <translation>S&amp;napping</translation>
        </message>
        <message>
            <source>&amp;Preferences…</source>
            <translation>&amp;Preferences…</translation>
        </message>
        <message>
            <source>&amp;Segment</source>
            <translation>&amp;Segment</translation>
        </message>
        <message>
            <source>Pre&amp;vious segment</source>
            <translation>Pre&amp;vious segment</translation>
        </message>
        <message>
            <source>&amp;Next segment</source>
            <translation>&amp;Next segment</translation>
        </message>
        <message>
            <source>&amp;Split at the playhead</source>
            <translation>&amp;Split at the playhead</translation>
        </message>
        <message>
            <source>&amp;Merge</source>
            <translation>&amp;Merge</translation>
        </message>
        <message>
            <source>&amp;Begin at the playhead</source>
            <translation>&amp;Begin at the playhead</translation>
        </message>
        <message>
            <source>&amp;End at the playhead</source>
            <translation>&amp;End at the playhead</translation>
        </message>
        <message>
            <source>Mouth one frame earlier</source>
            <translation>Mouth one frame earlier</translation>
        </message>
        <message>
            <source>Mouth one frame later</source>
            <translation>Mouth one frame later</translation>
        </message>
        <message>
            <source>Mouth 1 ms earlier</source>
            <translation>Mouth 1 ms earlier</translation>
        </message>
        <message>
            <source>Mouth 1 ms later</source>
            <translation>Mouth 1 ms later</translation>
        </message>
        <message>
            <source>&amp;Approve</source>
            <translation>&amp;Approve</translation>
        </message>
        <message>
            <source>Mark for re&amp;view</source>
            <translation>Mark for re&amp;view</translation>
        </message>
        <message>
            <source>B&amp;ypass</source>
            <translation>B&amp;ypass</translation>
        </message>
        <message>
            <source>The film keeps its picture here</source>
            <translation>The film keeps its picture here</translation>
        </message>
        <message>
            <source>&amp;Take</source>
            <translation>&amp;Take</translation>
        </message>
        <message>
            <source>&amp;Render</source>
            <translation>&amp;Render</translation>
        </message>
        <message>
            <source>&amp;Render selected segments</source>
            <translation>&amp;Render selected segments</translation>
        </message>
        <message>
            <source>&amp;Draft of selected segments</source>
            <translation>&amp;Draft of selected segments</translation>
        </message>
        <message>
            <source>Quicker, from the pictures around the segment alone</source>
            <translation>Quicker, from the pictures around the segment alone</translation>
        </message>
        <message>
            <source>Render &amp;all without a take</source>
            <translation>Render &amp;all without a take</translation>
        </message>
        <message>
            <source>&amp;Pause rendering</source>
            <translation>&amp;Pause rendering</translation>
        </message>
        <message>
            <source>Cancel &amp;selected segments</source>
            <translation>Cancel &amp;selected segments</translation>
        </message>
        <message>
            <source>&amp;Cancel all rendering</source>
            <translation>&amp;Cancel all rendering</translation>
        </message>
        <message>
            <source>Propose segments a&amp;new</source>
            <translation>Propose segments a&amp;new</translation>
        </message>
        <message>
            <source>From the voice that is heard; segments worked on stay</source>
            <translation>From the voice that is heard; segments worked on stay</translation>
        </message>
        <message>
            <source>&amp;Playback</source>
            <translation>&amp;Playback</translation>
        </message>
        <message>
            <source>&amp;Play or pause</source>
            <translation>&amp;Play or pause</translation>
        </message>
        <message>
            <source>Play &amp;around the selection</source>
            <translation>Play &amp;around the selection</translation>
        </message>
        <message>
            <source>Once, with pre- and post-roll</source>
            <translation>Once, with pre- and post-roll</translation>
        </message>
        <message>
            <source>&amp;Loop the selection</source>
            <translation>&amp;Loop the selection</translation>
        </message>
        <message>
            <source>Play backwards, faster</source>
            <translation>Play backwards, faster</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Play forwards, faster</source>
            <translation>Play forwards, faster</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>One frame back</translation>
        </message>
        <message>
            <source>One frame on</source>
            <translation>One frame on</translation>
        </message>
        <message>
            <source>One second back</source>
            <translation>One second back</translation>
        </message>
        <message>
            <source>One second on</source>
            <translation>One second on</translation>
        </message>
        <message>
            <source>To the edit before</source>
            <translation>To the edit before</translation>
        </message>
        <message>
            <source>Segment end, cut or marker</source>
            <translation>Segment end, cut or marker</translation>
        </message>
        <message>
            <source>To the edit after</source>
            <translation>To the edit after</translation>
        </message>
        <message>
            <source>To the start</source>
            <translation>To the start</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>To the end</translation>
        </message>
        <message>
            <source>To the in point</source>
            <translation>To the in point</translation>
        </message>
        <message>
            <source>To the out point</source>
            <translation>To the out point</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>&amp;Original</source>
            <translation>&amp;Original</translation>
        </message>
        <message>
            <source>&amp;Dubbed</source>
            <translation>&amp;Dubbed</translation>
        </message>
        <message>
            <source>Split &amp;wipe</source>
            <translation>Split &amp;wipe</translation>
        </message>
        <message>
            <source>&amp;Side by side</source>
            <translation>&amp;Side by side</translation>
        </message>
        <message>
            <source>Di&amp;fference</source>
            <translation>Di&amp;fference</translation>
        </message>
        <message>
            <source>Swap original and dubbed</source>
            <translation>Swap original and dubbed</translation>
        </message>
        <message>
            <source>F&amp;aces</source>
            <translation>F&amp;aces</translation>
        </message>
        <message>
            <source>&amp;Landmarks</source>
            <translation>&amp;Landmarks</translation>
        </message>
        <message>
            <source>&amp;Mask</source>
            <translation>&amp;Mask</translation>
        </message>
        <message>
            <source>&amp;Crop</source>
            <translation>&amp;Crop</translation>
        </message>
        <message>
            <source>Mouth &amp;inset</source>
            <translation>Mouth &amp;inset</translation>
        </message>
        <message>
            <source>Fit the picture</source>
            <translation>Fit the picture</translation>
        </message>
        <message>
            <source>Picture at 100 %</source>
            <translation>Picture at 100 %</translation>
        </message>
        <message>
            <source>Zoom the timeline in</source>
            <translation>Zoom the timeline in</translation>
        </message>
        <message>
            <source>Zoom the timeline out</source>
            <translation>Zoom the timeline out</translation>
        </message>
        <message>
            <source>Whole film on the timeline</source>
            <translation>Whole film on the timeline</translation>
        </message>
        <message>
            <source>Zoom to the selection</source>
            <translation>Zoom to the selection</translation>
        </message>
        <message>
            <source>&amp;Panels</source>
            <translation>&amp;Panels</translation>
        </message>
        <message>
            <source>&amp;Reset the layout</source>
            <translation>&amp;Reset the layout</translation>
        </message>
        <message>
            <source>F&amp;ull screen</source>
            <translation>F&amp;ull screen</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>&amp;Keyboard…</source>
            <translation>&amp;Keyboard…</translation>
        </message>
        <message>
            <source>What Lipwright is &amp;for…</source>
            <translation>What Lipwright is &amp;for…</translation>
        </message>
        <message>
            <source>&amp;About Lipwright…</source>
            <translation>&amp;About Lipwright…</translation>
        </message>
    </context>
    <context>
        <name>FaceOverlays</name>
        <message>
            <source>no face</source>
            <translation>no face</translation>
        </message>
        <message>
            <source>too small</source>
            <translation>too small</translation>
        </message>
        <message>
            <source>turned away</source>
            <translation>turned away</translation>
        </message>
        <message>
            <source>blurred</source>
            <translation>blurred</translation>
        </message>
        <message>
            <source>covered</source>
            <translation>covered</translation>
        </message>
    </context>
    <context>
        <name>Language</name>
        <message>
            <source>Arabic</source>
            <translation>Arabic</translation>
        </message>
        <message>
            <source>Bulgarian</source>
            <translation>Bulgarian</translation>
        </message>
        <message>
            <source>Czech</source>
            <translation>Czech</translation>
        </message>
        <message>
            <source>Danish</source>
            <translation>Danish</translation>
        </message>
        <message>
            <source>German</source>
            <translation>German</translation>
        </message>
        <message>
            <source>Greek</source>
            <translation>Greek</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Finnish</source>
            <translation>Finnish</translation>
        </message>
        <message>
            <source>French</source>
            <translation>French</translation>
        </message>
        <message>
            <source>Hebrew</source>
            <translation>Hebrew</translation>
        </message>
        <message>
            <source>Hindi</source>
            <translation>Hindi</translation>
        </message>
        <message>
            <source>Hungarian</source>
            <translation>Hungarian</translation>
        </message>
        <message>
            <source>Italian</source>
            <translation>Italian</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>Japanese</translation>
        </message>
        <message>
            <source>Georgian</source>
            <translation>Georgian</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>Korean</translation>
        </message>
        <message>
            <source>Lithuanian</source>
            <translation>Lithuanian</translation>
        </message>
        <message>
            <source>Dutch</source>
            <translation>Dutch</translation>
        </message>
        <message>
            <source>Polish</source>
            <translation>Polish</translation>
        </message>
        <message>
            <source>Portuguese</source>
            <translation>Portuguese</translation>
        </message>
        <message>
            <source>Romanian</source>
            <translation>Romanian</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>Spanish</translation>
        </message>
        <message>
            <source>Swedish</source>
            <translation>Swedish</translation>
        </message>
        <message>
            <source>Turkish</source>
            <translation>Turkish</translation>
        </message>
        <message>
            <source>Ukrainian</source>
            <translation>Ukrainian</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>Chinese</translation>
        </message>
    </context>
    <context>
        <name>PanelValues</name>
        <message>
            <source>Take %1, draft</source>
            <translation>Take %1, draft</translation>
        </message>
        <message>
            <source>Take %1</source>
            <translation>Take %1</translation>
        </message>
        <message>
            <source>%1 × %2, %3 fps, %4, %5</source>
            <translation>%1 × %2, %3 fps, %4, %5</translation>
        </message>
        <message>
            <source>%1 usable of %2</source>
            <translation>%1 usable of %2</translation>
        </message>
    </context>
    <context>
        <name>SegmentStatus</name>
        <message>
            <source>New</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Rendered</source>
            <translation>Rendered</translation>
        </message>
        <message>
            <source>For review</source>
            <translation>For review</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Approved</translation>
        </message>
        <message>
            <source>Bypassed</source>
            <translation>Bypassed</translation>
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
        <name>lipwright::app::Commands</name>
        <message>
            <source>Original picture</source>
            <translation>Original picture</translation>
        </message>
        <message>
            <source>Take %1</source>
            <translation>Take %1</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::Editor</name>
        <message>
            <source>Split segment</source>
            <translation>Split segment</translation>
        </message>
        <message>
            <source>Merge segments</source>
            <translation>Merge segments</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n segment(s)</source>
            <translation>
                <numerusform>Delete %n segment</numerusform>
                <numerusform>Delete %n segments</numerusform>
            </translation>
        </message>
        <message>
            <source>Trim segment</source>
            <translation>Trim segment</translation>
        </message>
        <message numerus="yes">
            <source>Move %n segment(s)</source>
            <translation>
                <numerusform>Move %n segment</numerusform>
                <numerusform>Move %n segments</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose the actor</source>
            <translation>Choose the actor</translation>
        </message>
        <message>
            <source>Choose the voice</source>
            <translation>Choose the voice</translation>
        </message>
        <message>
            <source>Set the status</source>
            <translation>Set the status</translation>
        </message>
        <message>
            <source>Change settings</source>
            <translation>Change settings</translation>
        </message>
        <message>
            <source>Nudge the mouth</source>
            <translation>Nudge the mouth</translation>
        </message>
        <message>
            <source>Edit the text</source>
            <translation>Edit the text</translation>
        </message>
        <message>
            <source>Edit the notes</source>
            <translation>Edit the notes</translation>
        </message>
        <message>
            <source>Choose a take</source>
            <translation>Choose a take</translation>
        </message>
        <message>
            <source>Rename the take</source>
            <translation>Rename the take</translation>
        </message>
        <message>
            <source>Delete the take</source>
            <translation>Delete the take</translation>
        </message>
        <message>
            <source>Change the voice</source>
            <translation>Change the voice</translation>
        </message>
        <message>
            <source>Remove the voice</source>
            <translation>Remove the voice</translation>
        </message>
        <message>
            <source>Rename the actor</source>
            <translation>Rename the actor</translation>
        </message>
        <message>
            <source>Record consent</source>
            <translation>Record consent</translation>
        </message>
        <message>
            <source>Set a marker</source>
            <translation>Set a marker</translation>
        </message>
        <message>
            <source>Remove the marker</source>
            <translation>Remove the marker</translation>
        </message>
        <message>
            <source>Set in and out</source>
            <translation>Set in and out</translation>
        </message>
        <message numerus="yes">
            <source>%n finished take(s) found again</source>
            <translation>
                <numerusform>%n finished take found again</numerusform>
                <numerusform>%n finished takes found again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n face(s) found</source>
            <translation>
                <numerusform>%1: %n face found</numerusform>
                <numerusform>%1: %n faces found</numerusform>
            </translation>
        </message>
        <message>
            <source>Rendering begins when the faces of the film are found.</source>
            <translation>Rendering begins when the faces of the film are found.</translation>
        </message>
        <message>
            <source>Render segment</source>
            <translation>Render segment</translation>
        </message>
        <message>
            <source>Export %1</source>
            <translation>Export %1</translation>
        </message>
        <message>
            <source>Check the export</source>
            <translation>Check the export</translation>
        </message>
        <message>
            <source>Import %1</source>
            <translation>Import %1</translation>
        </message>
        <message>
            <source>Import the film</source>
            <translation>Import the film</translation>
        </message>
        <message>
            <source>Import a voice</source>
            <translation>Import a voice</translation>
        </message>
        <message>
            <source>Drop the translated voice first: the segments of a cue list need one to speak from.</source>
            <translation>Drop the translated voice first: the segments of a cue list need one to speak from.</translation>
        </message>
        <message>
            <source>Segments follow when the film and the voice are analysed.</source>
            <translation>Segments follow when the film and the voice are analysed.</translation>
        </message>
        <message>
            <source>Propose segments</source>
            <translation>Propose segments</translation>
        </message>
        <message>
            <source>Cue lists can be imported when the faces of the film are found and a voice is there.</source>
            <translation>Cue lists can be imported when the faces of the film are found and a voice is there.</translation>
        </message>
        <message>
            <source>Import segments</source>
            <translation>Import segments</translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) added</source>
            <translation>
                <numerusform>%n segment added</numerusform>
                <numerusform>%n segments added</numerusform>
            </translation>
        </message>
        <message>
            <source>No segment was added: nobody speaks while a face is to be seen.</source>
            <translation>No segment was added: nobody speaks while a face is to be seen.</translation>
        </message>
        <message>
            <source>Make the sample</source>
            <translation>Make the sample</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ExportFlow</name>
        <message>
            <source>There is no film to export yet.</source>
            <translation>There is no film to export yet.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::FilmAnalysis</name>
        <message>
            <source>Read %1</source>
            <translation>Read %1</translation>
        </message>
        <message>
            <source>Draw the sound of %1</source>
            <translation>Draw the sound of %1</translation>
        </message>
        <message>
            <source>Find faces and shots in %1</source>
            <translation>Find faces and shots in %1</translation>
        </message>
        <message>
            <source>Portraits of the cast</source>
            <translation>Portraits of the cast</translation>
        </message>
        <message>
            <source>Measure the sync of %1</source>
            <translation>Measure the sync of %1</translation>
        </message>
        <message>
            <source>Listen to %1</source>
            <translation>Listen to %1</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::JobIndicator</name>
        <message>
            <source>Background work</source>
            <translation>Background work</translation>
        </message>
        <message>
            <source>%1, %2 left</source>
            <translation>%1, %2 left</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::MainWindow</name>
        <message>
            <source>Opened</source>
            <translation>Opened</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Media and cast</source>
            <translation>Media and cast</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>Inspector</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Jobs</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Messages (%1)</source>
            <translation>Messages (%1)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Undo</translation>
        </message>
        <message>
            <source>&amp;Undo: %1</source>
            <translation>&amp;Undo: %1</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Redo</translation>
        </message>
        <message>
            <source>&amp;Redo: %1</source>
            <translation>&amp;Redo: %1</translation>
        </message>
        <message>
            <source>%1[*] — Lipwright</source>
            <translation>%1[*] — Lipwright</translation>
        </message>
        <message numerus="yes">
            <source>Rendering paused: %n segment(s) wait</source>
            <translation>
                <numerusform>Rendering paused: %n segment waits</numerusform>
                <numerusform>Rendering paused: %n segments wait</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rendering: %n segment(s) left</source>
            <translation>
                <numerusform>Rendering: %n segment left</numerusform>
                <numerusform>Rendering: %n segments left</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 frames/s</source>
            <translation>%1 · %2 frames/s</translation>
        </message>
        <message>
            <source>%1 · %2 left</source>
            <translation>%1 · %2 left</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::Player</name>
        <message>
            <source>Looking for a sound device …</source>
            <translation>Looking for a sound device …</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::PreferencesFlow</name>
        <message>
            <source>%1: about %2 frames of 1280 × 720 per second; the networks alone %3 per second.</source>
            <translation>%1: about %2 frames of 1280 × 720 per second; the networks alone %3 per second.</translation>
        </message>
        <message>
            <source>Self-test of the device</source>
            <translation>Self-test of the device</translation>
        </message>
        <message>
            <source>Measure the cache</source>
            <translation>Measure the cache</translation>
        </message>
        <message>
            <source>Clear the cache</source>
            <translation>Clear the cache</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ProjectDocument</name>
        <message>
            <source>Autosave</source>
            <translation>Autosave</translation>
        </message>
        <message>
            <source>Look for missing media</source>
            <translation>Look for missing media</translation>
        </message>
        <message>
            <source>Read media</source>
            <translation>Read media</translation>
        </message>
        <message>
            <source>Tidy up</source>
            <translation>Tidy up</translation>
        </message>
        <message numerus="yes">
            <source>Recover %n take(s)</source>
            <translation>
                <numerusform>Recover %n take</numerusform>
                <numerusform>Recover %n takes</numerusform>
            </translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>Open project</translation>
        </message>
        <message>
            <source>Recover project</source>
            <translation>Recover project</translation>
        </message>
        <message>
            <source>Discard autosave</source>
            <translation>Discard autosave</translation>
        </message>
        <message>
            <source>Copy takes</source>
            <translation>Copy takes</translation>
        </message>
        <message>
            <source>Save project</source>
            <translation>Save project</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Untitled</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ProjectFlow</name>
        <message>
            <source>Save the changes to %1?</source>
            <translation>Save the changes to %1?</translation>
        </message>
        <message>
            <source>Otherwise they are lost.</source>
            <translation>Otherwise they are lost.</translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>Open project</translation>
        </message>
        <message>
            <source>Lipwright projects (*%1)</source>
            <translation>Lipwright projects (*%1)</translation>
        </message>
        <message>
            <source>Import film</source>
            <translation>Import film</translation>
        </message>
        <message>
            <source>Films (*.mp4 *.mov *.mkv *.mxf *.avi *.m4v *.webm *.ts *.mts *.mpg *.nut);;All files (*)</source>
            <translation>Films (*.mp4 *.mov *.mkv *.mxf *.avi *.m4v *.webm *.ts *.mts *.mpg *.nut);;All files (*)</translation>
        </message>
        <message>
            <source>Import voices</source>
            <translation>Import voices</translation>
        </message>
        <message>
            <source>Sound (*.wav *.bwf *.flac *.mp3 *.m4a *.aac *.ogg *.opus *.aif *.aiff *.mka *.mp4 *.mov *.mkv);;All files (*)</source>
            <translation>Sound (*.wav *.bwf *.flac *.mp3 *.m4a *.aac *.ogg *.opus *.aif *.aiff *.mka *.mp4 *.mov *.mkv);;All files (*)</translation>
        </message>
        <message>
            <source>Import the translated voice first.</source>
            <translation>Import the translated voice first.</translation>
        </message>
        <message>
            <source>Import segments</source>
            <translation>Import segments</translation>
        </message>
        <message>
            <source>Cue lists (*.srt *.edl *.csv *.otio)</source>
            <translation>Cue lists (*.srt *.edl *.csv *.otio)</translation>
        </message>
        <message>
            <source>They speak from this voice:</source>
            <translation>They speak from this voice:</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Untitled</translation>
        </message>
        <message>
            <source>Save project</source>
            <translation>Save project</translation>
        </message>
        <message>
            <source>Export change list</source>
            <translation>Export change list</translation>
        </message>
        <message>
            <source>EDL, CMX3600 (*.edl);;CSV (*.csv);;OpenTimelineIO (*.otio)</source>
            <translation>EDL, CMX3600 (*.edl);;CSV (*.csv);;OpenTimelineIO (*.otio)</translation>
        </message>
        <message>
            <source>%1 is written</source>
            <translation>%1 is written</translation>
        </message>
        <message>
            <source>a project that was never saved</source>
            <translation>a project that was never saved</translation>
        </message>
        <message>
            <source>Recover %1?</source>
            <translation>Recover %1?</translation>
        </message>
        <message>
            <source>Lipwright ended before it was saved. The copy kept is of %1, with %2 segments and %3 takes.</source>
            <translation>Lipwright ended before it was saved. The copy kept is of %1, with %2 segments and %3 takes.</translation>
        </message>
        <message>
            <source>Recover</source>
            <translation>Recover</translation>
        </message>
        <message>
            <source>Ask again later</source>
            <translation>Ask again later</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>not found</translation>
        </message>
        <message>
            <source>All media is there.</source>
            <translation>All media is there.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::RenderQueue</name>
        <message>
            <source>Render segment %1 (draft)</source>
            <translation>Render segment %1 (draft)</translation>
        </message>
        <message>
            <source>Render segment %1 (final)</source>
            <translation>Render segment %1 (final)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ShapeCurves</name>
        <message>
            <source>Read mouth curves</source>
            <translation>Read mouth curves</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::SoundOutput</name>
        <message>
            <source>No sound device was found. The film plays without sound.</source>
            <translation>No sound device was found. The film plays without sound.</translation>
        </message>
        <message>
            <source>The sound device %1 does not play stereo at 48 kHz. The film plays without sound.</source>
            <translation>The sound device %1 does not play stereo at 48 kHz. The film plays without sound.</translation>
        </message>
        <message>
            <source>The sound device %1 stopped working. The film plays without sound.</source>
            <translation>The sound device %1 stopped working. The film plays without sound.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::TimelineController</name>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>Original sync</source>
            <translation>Original sync</translation>
        </message>
        <message>
            <source>Mouth opening</source>
            <translation>Mouth opening</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ViewerController</name>
        <message>
            <source>Drop a film here</source>
            <translation>Drop a film here</translation>
        </message>
        <message>
            <source>The film is being read …</source>
            <translation>The film is being read …</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>Dub: %1</source>
            <translation>Dub: %1</translation>
        </message>
        <message>
            <source>Rendering … %1 %</source>
            <translation>Rendering … %1 %</translation>
        </message>
        <message>
            <source>Waits for rendering</source>
            <translation>Waits for rendering</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::CastTile</name>
        <message>
            <source>Double-click to go to where this person speaks first</source>
            <translation>Double-click to go to where this person speaks first</translation>
        </message>
        <message>
            <source>Name of the actor</source>
            <translation>Name of the actor</translation>
        </message>
        <message numerus="yes">
            <source>%n segments</source>
            <translation>
                <numerusform>%n segment</numerusform>
                <numerusform>%n segments</numerusform>
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
            <translation>Consent recorded</translation>
        </message>
        <message>
            <source>%1 agreed on %2: %3</source>
            <translation>%1 agreed on %2: %3</translation>
        </message>
        <message>
            <source>Record consent…</source>
            <translation>Record consent…</translation>
        </message>
        <message>
            <source>Consent is missing: note who agreed, when and for what.</source>
            <translation>Consent is missing: note who agreed, when and for what.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ConsentDialog</name>
        <message>
            <source>Consent of %1</source>
            <translation>Consent of %1</translation>
        </message>
        <message>
            <source>Who agreed</source>
            <translation>Who agreed</translation>
        </message>
        <message>
            <source>For what</source>
            <translation>For what</translation>
        </message>
        <message>
            <source>Spanish dub, all media</source>
            <translation>Spanish dub, all media</translation>
        </message>
        <message>
            <source>Where the agreement is kept</source>
            <translation>Where the agreement is kept</translation>
        </message>
        <message>
            <source>Contract number, folder, e-mail (optional)</source>
            <translation>Contract number, folder, e-mail (optional)</translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>A new mouth is put onto the face of %1. Who agreed to that, when, and for what? The answer is kept in the project and written into every export.</source>
            <translation>A new mouth is put onto the face of %1. Who agreed to that, when, and for what? The answer is kept in the project and written into every export.</translation>
        </message>
        <message>
            <source>&amp;Who agreed</source>
            <translation>&amp;Who agreed</translation>
        </message>
        <message>
            <source>W&amp;hen</source>
            <translation>W&amp;hen</translation>
        </message>
        <message>
            <source>&amp;For what</source>
            <translation>&amp;For what</translation>
        </message>
        <message>
            <source>&amp;Kept where</source>
            <translation>&amp;Kept where</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>Record consent</source>
            <translation>Record consent</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::DropZone</name>
        <message>
            <source>Drop a film here, then the translated voices</source>
            <translation>Drop a film here, then the translated voices</translation>
        </message>
        <message>
            <source>Video: MP4, MOV, MKV …   Voices: WAV, FLAC, MP3 …</source>
            <translation>Video: MP4, MOV, MKV …   Voices: WAV, FLAC, MP3 …</translation>
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
            <translation>Mute this voice</translation>
        </message>
        <message>
            <source>S</source>
            <comment>short for solo</comment>
            <translation>S</translation>
        </message>
        <message>
            <source>Hear only this voice</source>
            <translation>Hear only this voice</translation>
        </message>
        <message>
            <source>Name of the dub track</source>
            <translation>Name of the dub track</translation>
        </message>
        <message>
            <source>Language, speaker, gain and more</source>
            <translation>Language, speaker, gain and more</translation>
        </message>
        <message>
            <source>Language of the dub track</source>
            <translation>Language of the dub track</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>Not known</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>language, its code</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Who speaks on the dub track</source>
            <translation>Who speaks on the dub track</translation>
        </message>
        <message>
            <source>Gain of the dub track</source>
            <translation>Gain of the dub track</translation>
        </message>
        <message>
            <source> dB</source>
            <translation> dB</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Who speaks</source>
            <translation>Who speaks</translation>
        </message>
        <message>
            <source>Gain</source>
            <translation>Gain</translation>
        </message>
        <message>
            <source>Propose segments</source>
            <translation>Propose segments</translation>
        </message>
        <message>
            <source>Mark where this voice speaks and whose face it belongs to</source>
            <translation>Mark where this voice speaks and whose face it belongs to</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Remove the dub track</source>
            <translation>Remove the dub track</translation>
        </message>
        <message>
            <source>The file is missing.</source>
            <translation>The file is missing.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>language, format</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatic</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ExportDialog</name>
        <message>
            <source>Without a language</source>
            <translation>Without a language</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Preset</translation>
        </message>
        <message>
            <source>H.264 (mp4): to be watched</source>
            <translation>H.264 (mp4): to be watched</translation>
        </message>
        <message>
            <source>HEVC (mp4): smaller, 10-bit</source>
            <translation>HEVC (mp4): smaller, 10-bit</translation>
        </message>
        <message>
            <source>ProRes (mov): for the edit</source>
            <translation>ProRes (mov): for the edit</translation>
        </message>
        <message>
            <source>DNxHR (mov): for the edit</source>
            <translation>DNxHR (mov): for the edit</translation>
        </message>
        <message>
            <source>FFV1 (mkv): lossless</source>
            <translation>FFV1 (mkv): lossless</translation>
        </message>
        <message>
            <source>PNG patches with mask: for the grade</source>
            <translation>PNG patches with mask: for the grade</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Quality</translation>
        </message>
        <message>
            <source>Constant rate factor: lower is better and larger</source>
            <translation>Constant rate factor: lower is better and larger</translation>
        </message>
        <message>
            <source>Languages, one file each</source>
            <translation>Languages, one file each</translation>
        </message>
        <message>
            <source>The whole film</source>
            <translation>The whole film</translation>
        </message>
        <message>
            <source>From in to out</source>
            <translation>From in to out</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Choose the folder</source>
            <translation>Choose the folder</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Keep the original sound as a further track</source>
            <translation>Keep the original sound as a further track</translation>
        </message>
        <message>
            <source>Only approved segments</source>
            <translation>Only approved segments</translation>
        </message>
        <message>
            <source>Change lists (EDL, CSV, OTIO) beside it</source>
            <translation>Change lists (EDL, CSV, OTIO) beside it</translation>
        </message>
        <message>
            <source>Replace files of the same name</source>
            <translation>Replace files of the same name</translation>
        </message>
        <message>
            <source>&amp;Preset</source>
            <translation>&amp;Preset</translation>
        </message>
        <message>
            <source>&amp;Quality</source>
            <translation>&amp;Quality</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>Range</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Folder</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Export to</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::FilmSection</name>
        <message>
            <source>Import film…</source>
            <translation>Import film…</translation>
        </message>
        <message>
            <source>Relink…</source>
            <translation>Relink…</translation>
        </message>
        <message>
            <source>No film yet</source>
            <translation>No film yet</translation>
        </message>
        <message>
            <source>Drop a film here or import one.</source>
            <translation>Drop a film here or import one.</translation>
        </message>
        <message>
            <source>The file is not where it was.</source>
            <translation>The file is not where it was.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::InspectorPanel</name>
        <message>
            <source>(several)</source>
            <translation>(several)</translation>
        </message>
        <message>
            <source>Nothing is selected.

Click a segment on the timeline or in the review list to change who speaks, how strongly the mouth moves, and which take is shown.</source>
            <translation>Nothing is selected.

Click a segment on the timeline or in the review list to change who speaks, how strongly the mouth moves, and which take is shown.</translation>
        </message>
        <message>
            <source>Actor</source>
            <translation>Actor</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>Voice</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>Takes</translation>
        </message>
        <message>
            <source>Render</source>
            <translation>Render</translation>
        </message>
        <message>
            <source>Render the selected segments in full quality</source>
            <translation>Render the selected segments in full quality</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>Render the selected segments quickly, to judge them</source>
            <translation>Render the selected segments quickly, to judge them</translation>
        </message>
        <message>
            <source>Text and notes</source>
            <translation>Text and notes</translation>
        </message>
        <message>
            <source>What is said</source>
            <translation>What is said</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>voice, language</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message numerus="yes">
            <source>%n frames</source>
            <translation>
                <numerusform>%n frame</numerusform>
                <numerusform>%n frames</numerusform>
            </translation>
        </message>
        <message>
            <source>1 segment  ·  %1  ·  %2</source>
            <comment>status, length</comment>
            <translation>1 segment  ·  %1  ·  %2</translation>
        </message>
        <message numerus="yes">
            <source>%n segments selected</source>
            <translation>
                <numerusform>%n segment selected</numerusform>
                <numerusform>%n segments selected</numerusform>
            </translation>
        </message>
        <message>
            <source>(nobody)</source>
            <translation>(nobody)</translation>
        </message>
        <message>
            <source>(none)</source>
            <translation>(none)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::JobDelegate</name>
        <message>
            <source>Continue (Space)</source>
            <translation>Continue (Space)</translation>
        </message>
        <message>
            <source>Pause (Space)</source>
            <translation>Pause (Space)</translation>
        </message>
        <message>
            <source>Cancel (Del)</source>
            <translation>Cancel (Del)</translation>
        </message>
        <message>
            <source>Show in folder (Enter)</source>
            <translation>Show in folder (Enter)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::JobsModel</name>
        <message numerus="yes">
            <source>%n s left</source>
            <translation>
                <numerusform>%n s left</numerusform>
                <numerusform>%n s left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min left</source>
            <translation>
                <numerusform>%n min left</numerusform>
                <numerusform>%n min left</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 h %2 min left</source>
            <translation>%1 h %2 min left</translation>
        </message>
        <message>
            <source>%1 frames/s</source>
            <translation>%1 frames/s</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Running</translation>
        </message>
        <message>
            <source>Waiting for its turn</source>
            <translation>Waiting for its turn</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Failed</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>job, its state</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::JobsPanel</name>
        <message>
            <source>Analysis, rendering and exports appear here while they run.</source>
            <translation>Analysis, rendering and exports appear here while they run.</translation>
        </message>
        <message>
            <source>Background jobs</source>
            <translation>Background jobs</translation>
        </message>
        <message>
            <source>Pause or continue</source>
            <translation>Pause or continue</translation>
        </message>
        <message>
            <source>Cancel the job</source>
            <translation>Cancel the job</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Show in folder</translation>
        </message>
        <message>
            <source>Clear finished</source>
            <translation>Clear finished</translation>
        </message>
        <message>
            <source>Clear finished jobs</source>
            <translation>Clear finished jobs</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::KeymapModel</name>
        <message>
            <source>Also the key of: %1</source>
            <translation>Also the key of: %1</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Command</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Keys</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::KeymapPage</name>
        <message>
            <source>&amp;Assign</source>
            <translation>&amp;Assign</translation>
        </message>
        <message>
            <source>&amp;Remove keys</source>
            <translation>&amp;Remove keys</translation>
        </message>
        <message>
            <source>&amp;Default</source>
            <translation>&amp;Default</translation>
        </message>
        <message>
            <source>Commands and keys</source>
            <translation>Commands and keys</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>New key</translation>
        </message>
        <message>
            <source>Filter commands</source>
            <translation>Filter commands</translation>
        </message>
        <message>
            <source>Search commands or keys</source>
            <translation>Search commands or keys</translation>
        </message>
        <message>
            <source>All to &amp;default</source>
            <translation>All to &amp;default</translation>
        </message>
        <message>
            <source>The same key also belongs to: %1. Neither works until one of them is changed.</source>
            <translation>The same key also belongs to: %1. Neither works until one of them is changed.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MediaCastPanel</name>
        <message>
            <source>Add voices…</source>
            <translation>Add voices…</translation>
        </message>
        <message>
            <source>Add a dub track</source>
            <translation>Add a dub track</translation>
        </message>
        <message>
            <source>Drop the translated voices here: one file or one per actor.</source>
            <translation>Drop the translated voices here: one file or one per actor.</translation>
        </message>
        <message>
            <source>People appear here when the film has been analysed.</source>
            <translation>People appear here when the film has been analysed.</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>Voices</source>
            <translation>Voices</translation>
        </message>
        <message>
            <source>Cast</source>
            <translation>Cast</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MessagesModel</name>
        <message>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Warning</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Error</translation>
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
            <translation>Messages</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Which messages are shown</source>
            <translation>Which messages are shown</translation>
        </message>
        <message>
            <source>All messages</source>
            <translation>All messages</translation>
        </message>
        <message>
            <source>Warnings and errors</source>
            <translation>Warnings and errors</translation>
        </message>
        <message>
            <source>Errors only</source>
            <translation>Errors only</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>Clear all messages</source>
            <translation>Clear all messages</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MixedSpinBox</name>
        <message>
            <source>(several)</source>
            <translation>(several)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::NameEdit</name>
        <message>
            <source>Click to rename</source>
            <translation>Click to rename</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::PreferencesDialog</name>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Autosave after</source>
            <translation>Autosave after</translation>
        </message>
        <message>
            <source> s</source>
            <translation> s</translation>
        </message>
        <message>
            <source>Pre-roll</source>
            <translation>Pre-roll</translation>
        </message>
        <message>
            <source>Post-roll</source>
            <translation>Post-roll</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Language</translation>
        </message>
        <message>
            <source>Takes effect when Lipwright starts again.</source>
            <translation>Takes effect when Lipwright starts again.</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Theme</translation>
        </message>
        <message>
            <source>&amp;Autosave at most every</source>
            <translation>&amp;Autosave at most every</translation>
        </message>
        <message>
            <source>&amp;Pre-roll of loops</source>
            <translation>&amp;Pre-roll of loops</translation>
        </message>
        <message>
            <source>P&amp;ost-roll of loops</source>
            <translation>P&amp;ost-roll of loops</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Device</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>Processor (CPU)</source>
            <translation>Processor (CPU)</translation>
        </message>
        <message>
            <source>Graphics card (CUDA)</source>
            <translation>Graphics card (CUDA)</translation>
        </message>
        <message>
            <source>Graphics card (CUDA): none answers</source>
            <translation>Graphics card (CUDA): none answers</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <source>All but one</source>
            <translation>All but one</translation>
        </message>
        <message>
            <source>&amp;Measure the speed</source>
            <translation>&amp;Measure the speed</translation>
        </message>
        <message>
            <source>Measure the speed</source>
            <translation>Measure the speed</translation>
        </message>
        <message>
            <source>Progress of the measurement</source>
            <translation>Progress of the measurement</translation>
        </message>
        <message>
            <source>Measured speed</source>
            <translation>Measured speed</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>&amp;Device</translation>
        </message>
        <message>
            <source>&amp;Threads</source>
            <translation>&amp;Threads</translation>
        </message>
        <message>
            <source>Memory for pictures</source>
            <translation>Memory for pictures</translation>
        </message>
        <message>
            <source> MiB</source>
            <translation> MiB</translation>
        </message>
        <message>
            <source>Cache folder</source>
            <translation>Cache folder</translation>
        </message>
        <message>
            <source>The system's cache folder</source>
            <translation>The system's cache folder</translation>
        </message>
        <message>
            <source>Choose the cache folder</source>
            <translation>Choose the cache folder</translation>
        </message>
        <message>
            <source>Largest size of the cache</source>
            <translation>Largest size of the cache</translation>
        </message>
        <message>
            <source> GiB</source>
            <translation> GiB</translation>
        </message>
        <message>
            <source>Being measured …</source>
            <translation>Being measured …</translation>
        </message>
        <message>
            <source>Used by the cache</source>
            <translation>Used by the cache</translation>
        </message>
        <message>
            <source>&amp;Clear the cache</source>
            <translation>&amp;Clear the cache</translation>
        </message>
        <message>
            <source>Clear the cache</source>
            <translation>Clear the cache</translation>
        </message>
        <message>
            <source>&amp;Memory for pictures</source>
            <translation>&amp;Memory for pictures</translation>
        </message>
        <message>
            <source>Cache &amp;folder</source>
            <translation>Cache &amp;folder</translation>
        </message>
        <message>
            <source>Cache &amp;at most</source>
            <translation>Cache &amp;at most</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>Used</translation>
        </message>
        <message>
            <source>The cache holds what was found out about films and voices. What is cleared is found out again when it is needed; takes are not in it.</source>
            <translation>The cache holds what was found out about films and voices. What is cleared is found out again when it is needed; takes are not in it.</translation>
        </message>
        <message>
            <source>Preferences</source>
            <translation>Preferences</translation>
        </message>
        <message>
            <source>General</source>
            <translation>General</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Memory and cache</source>
            <translation>Memory and cache</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <translation>%1 in %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::PreviewPane</name>
        <message>
            <source>What the export does</source>
            <translation>What the export does</translation>
        </message>
        <message>
            <source>&lt;p&gt;Checking …&lt;/p&gt;</source>
            <translation>&lt;p&gt;Checking …&lt;/p&gt;</translation>
        </message>
        <message>
            <source>This keeps the export from starting</source>
            <translation>This keeps the export from starting</translation>
        </message>
        <message>
            <source>To be aware of</source>
            <translation>To be aware of</translation>
        </message>
        <message>
            <source>Written anew</source>
            <translation>Written anew</translation>
        </message>
        <message>
            <source>Kept identical</source>
            <translation>Kept identical</translation>
        </message>
        <message>
            <source>About %1 needed, %2 free on the disk.</source>
            <translation>About %1 needed, %2 free on the disk.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::RecentProjectsModel</name>
        <message>
            <source>not found</source>
            <translation>not found</translation>
        </message>
        <message>
            <source>%1, in %2, %3</source>
            <comment>project, folder, when</comment>
            <translation>%1, in %2, %3</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::RelinkDialog</name>
        <message>
            <source>Missing media</source>
            <translation>Missing media</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Last seen at</source>
            <translation>Last seen at</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>Problem</translation>
        </message>
        <message>
            <source>&amp;Search a folder…</source>
            <translation>&amp;Search a folder…</translation>
        </message>
        <message>
            <source>&amp;Choose the file…</source>
            <translation>&amp;Choose the file…</translation>
        </message>
        <message>
            <source>These files are not where the project last saw them. A folder is searched by name and content.</source>
            <translation>These files are not where the project last saw them. A folder is searched by name and content.</translation>
        </message>
        <message>
            <source>Search a folder</source>
            <translation>Search a folder</translation>
        </message>
        <message>
            <source>Choose %1</source>
            <translation>Choose %1</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ReviewFilterBar</name>
        <message>
            <source>Show the segments of this actor</source>
            <translation>Show the segments of this actor</translation>
        </message>
        <message>
            <source>Show the segments in this language</source>
            <translation>Show the segments in this language</translation>
        </message>
        <message>
            <source>Search in texts and notes</source>
            <translation>Search in texts and notes</translation>
        </message>
        <message>
            <source>Search…</source>
            <translation>Search…</translation>
        </message>
        <message>
            <source>Worst first</source>
            <translation>Worst first</translation>
        </message>
        <message>
            <source>Order by what needs you most: not rendered, then least certain</source>
            <translation>Order by what needs you most: not rendered, then least certain</translation>
        </message>
        <message>
            <source>Show segments that are: %1</source>
            <translation>Show segments that are: %1</translation>
        </message>
        <message>
            <source>All actors</source>
            <translation>All actors</translation>
        </message>
        <message>
            <source>All languages</source>
            <translation>All languages</translation>
        </message>
        <message>
            <source>%1 of %2 reviewed</source>
            <translation>%1 of %2 reviewed</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ReviewModel</name>
        <message>
            <source>Render %1 %</source>
            <translation>Render %1 %</translation>
        </message>
        <message>
            <source>Not measurable: too short, silent, or the mouth is not seen.</source>
            <translation>Not measurable: too short, silent, or the mouth is not seen.</translation>
        </message>
        <message>
            <source>How surely the film's own voice and mouth agree here.</source>
            <translation>How surely the film's own voice and mouth agree here.</translation>
        </message>
        <message>
            <source>#</source>
            <translation>#</translation>
        </message>
        <message>
            <source>In</source>
            <translation>In</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>Out</translation>
        </message>
        <message>
            <source>Actor</source>
            <translation>Actor</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confidence</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ReviewPanel</name>
        <message>
            <source>Segments to review</source>
            <translation>Segments to review</translation>
        </message>
        <message>
            <source>Go to the segment</source>
            <translation>Go to the segment</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::SettingRow</name>
        <message>
            <source>Changed from the default</source>
            <translation>Changed from the default</translation>
        </message>
        <message>
            <source>Back to the default</source>
            <translation>Back to the default</translation>
        </message>
        <message>
            <source>%1: back to the default</source>
            <translation>%1: back to the default</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::SettingsGroup</name>
        <message>
            <source>Mouth</source>
            <translation>Mouth</translation>
        </message>
        <message>
            <source>Strength</source>
            <translation>Strength</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Mask feather</source>
            <translation>Mask feather</translation>
        </message>
        <message>
            <source>Fade</source>
            <translation>Fade</translation>
        </message>
        <message>
            <source> fr</source>
            <comment>frames</comment>
            <translation> fr</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>Offset</translation>
        </message>
        <message>
            <source> ms</source>
            <translation> ms</translation>
        </message>
        <message>
            <source>How much later than the voice the mouth moves</source>
            <translation>How much later than the voice the mouth moves</translation>
        </message>
        <message>
            <source>Feather</source>
            <translation>Feather</translation>
        </message>
        <message>
            <source>−1 fr</source>
            <translation>−1 fr</translation>
        </message>
        <message>
            <source>One frame earlier</source>
            <translation>One frame earlier</translation>
        </message>
        <message>
            <source>−1 ms</source>
            <translation>−1 ms</translation>
        </message>
        <message>
            <source>One millisecond earlier</source>
            <translation>One millisecond earlier</translation>
        </message>
        <message>
            <source>+1 ms</source>
            <translation>+1 ms</translation>
        </message>
        <message>
            <source>One millisecond later</source>
            <translation>One millisecond later</translation>
        </message>
        <message>
            <source>+1 fr</source>
            <translation>+1 fr</translation>
        </message>
        <message>
            <source>One frame later</source>
            <translation>One frame later</translation>
        </message>
        <message>
            <source>= %1 frames</source>
            <translation>= %1 frames</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::StartScreen</name>
        <message>
            <source>Recent projects</source>
            <translation>Recent projects</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Makes the mouths in a film speak the language of its dubbed voices.</source>
            <translation>Makes the mouths in a film speak the language of its dubbed voices.</translation>
        </message>
        <message>
            <source>Open film…</source>
            <translation>Open film…</translation>
        </message>
        <message>
            <source>Open project…</source>
            <translation>Open project…</translation>
        </message>
        <message>
            <source>Try the sample</source>
            <translation>Try the sample</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::StatusButtons</name>
        <message>
            <source>%1: press again to take it back</source>
            <translation>%1: press again to take it back</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesList</name>
        <message>
            <source>Takes</source>
            <translation>Takes</translation>
        </message>
        <message>
            <source>Click or press a digit to show a take (0: the original picture). F2 renames, Del removes.</source>
            <translation>Click or press a digit to show a take (0: the original picture). F2 renames, Del removes.</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Rename</translation>
        </message>
        <message>
            <source>Remove the take</source>
            <translation>Remove the take</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesModel</name>
        <message>
            <source>Take %1</source>
            <translation>Take %1</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>Final</source>
            <translation>Final</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1, shown now</source>
            <translation>%1, shown now</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>● %1</source>
            <comment>the take that is shown now</comment>
            <translation>● %1</translation>
        </message>
        <message>
            <source>○ %1</source>
            <comment>a take that is not shown now</comment>
            <translation>○ %1</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Quality</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Render time</source>
            <translation>Render time</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TimecodeField</name>
        <message>
            <source>Timecode of the playhead</source>
            <translation>Timecode of the playhead</translation>
        </message>
        <message>
            <source>Type a timecode and press Enter. +20 goes 20 frames on, -1:00 goes one second back.</source>
            <translation>Type a timecode and press Enter. +20 goes 20 frames on, -1:00 goes one second back.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TimelineWidget</name>
        <message>
            <source>Picture</source>
            <translation>Picture</translation>
        </message>
        <message>
            <source>Segments</source>
            <translation>Segments</translation>
        </message>
        <message>
            <source>Mouth opening</source>
            <translation>Mouth opening</translation>
        </message>
        <message>
            <source>Sync confidence</source>
            <translation>Sync confidence</translation>
        </message>
        <message>
            <source>Drop a film, then the translated voices</source>
            <translation>Drop a film, then the translated voices</translation>
        </message>
        <message numerus="yes">
            <source>%1 to %2, %n frame(s)</source>
            <translation>
                <numerusform>%1 to %2, %n frame</numerusform>
                <numerusform>%1 to %2, %n frames</numerusform>
            </translation>
        </message>
        <message>
            <source>The take was made with other ends or settings: render again.</source>
            <translation>The take was made with other ends or settings: render again.</translation>
        </message>
        <message numerus="yes">
            <source>%1%n frame(s)</source>
            <translation>
                <numerusform>%1%n frame</numerusform>
                <numerusform>%1%n frames</numerusform>
            </translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Timeline</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TransportBar</name>
        <message>
            <source>Transport</source>
            <translation>Transport</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Duration</translation>
        </message>
        <message>
            <source>Duration of the film</source>
            <translation>Duration of the film</translation>
        </message>
        <message>
            <source>Speed of playback</source>
            <translation>Speed of playback</translation>
        </message>
        <message>
            <source>What is heard</source>
            <translation>What is heard</translation>
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
            <translation>Original</translation>
        </message>
        <message>
            <source>Dubbed</source>
            <translation>Dubbed</translation>
        </message>
        <message>
            <source>Difference × %1</source>
            <translation>Difference × %1</translation>
        </message>
        <message>
            <source>No difference: this frame is not dubbed</source>
            <translation>No difference: this frame is not dubbed</translation>
        </message>
        <message>
            <source>Viewer</source>
            <translation>Viewer</translation>
        </message>
        <message>
            <source>Face of %1. Enter chooses it.</source>
            <translation>Face of %1. Enter chooses it.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::VolumeControl</name>
        <message>
            <source>Mute</source>
            <translation>Mute</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Volume</translation>
        </message>
        <message>
            <source>Switch the sound on</source>
            <translation>Switch the sound on</translation>
        </message>
        <message>
            <source>%1
%2</source>
            <translation>%1
%2</translation>
        </message>
        <message>
            <source>Volume: %1 %</source>
            <translation>Volume: %1 %</translation>
        </message>
        <message>
            <source>Volume: %1 %
%2</source>
            <translation>Volume: %1 %
%2</translation>
        </message>
    </context>
    <context>
        <name>main</name>
        <message>
            <source>An editor for lip-sync dubbing.</source>
            <translation>An editor for lip-sync dubbing.</translation>
        </message>
        <message>
            <source>Open the bundled sample.</source>
            <translation>Open the bundled sample.</translation>
        </message>
        <message>
            <source>A project, or a film and its voices.</source>
            <translation>A project, or a film and its voices.</translation>
        </message>
    </context>
</TS>
