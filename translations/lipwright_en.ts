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
        <name>ActorValues</name>
        <message>
            <source>Opening, agreement with the film</source>
            <translation>Opening, agreement with the film</translation>
        </message>
        <message>
            <source>Painted mouth, likeness</source>
            <translation>Painted mouth, likeness</translation>
        </message>
        <message>
            <source> dB</source>
            <translation> dB</translation>
        </message>
        <message>
            <source>Model of %1</source>
            <comment>date</comment>
            <translation>Model of %1</translation>
        </message>
        <message>
            <source>Universal</source>
            <translation>Universal</translation>
        </message>
        <message>
            <source>Missing model (%1)</source>
            <translation>Missing model (%1)</translation>
        </message>
        <message>
            <source>Learned from %1 of film, tested on %2, in %3</source>
            <translation>Learned from %1 of film, tested on %2, in %3</translation>
        </message>
        <message>
            <source>%1 (of %2)</source>
            <comment>model, another actor</comment>
            <translation>%1 (of %2)</translation>
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
        <message>
            <source>Quality re&amp;port…</source>
            <translation>Quality re&amp;port…</translation>
        </message>
        <message>
            <source>A page, a table and a JSON file of how every segment is</source>
            <translation>A page, a table and a JSON file of how every segment is</translation>
        </message>
        <message>
            <source>Re&amp;touch</source>
            <translation>Re&amp;touch</translation>
        </message>
        <message>
            <source>Shape the &amp;opening</source>
            <translation>Shape the &amp;opening</translation>
        </message>
        <message>
            <source>The curve in the shape lane: how far the lips are apart</source>
            <translation>The curve in the shape lane: how far the lips are apart</translation>
        </message>
        <message>
            <source>Shape the &amp;width</source>
            <translation>Shape the &amp;width</translation>
        </message>
        <message>
            <source>The curve in the shape lane: between the corners of the mouth</source>
            <translation>The curve in the shape lane: between the corners of the mouth</translation>
        </message>
        <message>
            <source>Shape the &amp;rounding</source>
            <translation>Shape the &amp;rounding</translation>
        </message>
        <message>
            <source>The curve in the shape lane: lips pushed forward</source>
            <translation>The curve in the shape lane: lips pushed forward</translation>
        </message>
        <message>
            <source>Raise the curve at the playhead</source>
            <translation>Raise the curve at the playhead</translation>
        </message>
        <message>
            <source>Lower the curve at the playhead</source>
            <translation>Lower the curve at the playhead</translation>
        </message>
        <message>
            <source>Shape more frames around</source>
            <translation>Shape more frames around</translation>
        </message>
        <message>
            <source>How many frames follow a point that is dragged</source>
            <translation>How many frames follow a point that is dragged</translation>
        </message>
        <message>
            <source>Shape fewer frames around</source>
            <translation>Shape fewer frames around</translation>
        </message>
        <message>
            <source>Stronger mouth</source>
            <translation>Stronger mouth</translation>
        </message>
        <message>
            <source>Of the stretch chosen in the shape lane, or of the whole segment</source>
            <translation>Of the stretch chosen in the shape lane, or of the whole segment</translation>
        </message>
        <message>
            <source>Weaker mouth</source>
            <translation>Weaker mouth</translation>
        </message>
        <message>
            <source>&amp;Close the lips</source>
            <translation>&amp;Close the lips</translation>
        </message>
        <message>
            <source>At the playhead</source>
            <translation>At the playhead</translation>
        </message>
        <message>
            <source>S&amp;mooth the shape</source>
            <translation>S&amp;mooth the shape</translation>
        </message>
        <message>
            <source>Reset the shape of the stretch</source>
            <translation>Reset the shape of the stretch</translation>
        </message>
        <message>
            <source>As the voice asks for again, in the stretch chosen in the shape lane</source>
            <translation>As the voice asks for again, in the stretch chosen in the shape lane</translation>
        </message>
        <message>
            <source>Reset the whole shape</source>
            <translation>Reset the whole shape</translation>
        </message>
        <message>
            <source>As the voice asks for again, in the whole segment</source>
            <translation>As the voice asks for again, in the whole segment</translation>
        </message>
        <message>
            <source>Render after shaping</source>
            <translation>Render after shaping</translation>
        </message>
        <message>
            <source>A draft of the segment as soon as its shape was changed</source>
            <translation>A draft of the segment as soon as its shape was changed</translation>
        </message>
        <message>
            <source>Opacity &amp;keyframe at the playhead</source>
            <translation>Opacity &amp;keyframe at the playhead</translation>
        </message>
        <message>
            <source>Sets one, or removes the one that is there</source>
            <translation>Sets one, or removes the one that is there</translation>
        </message>
        <message>
            <source>More of the take at the playhead</source>
            <translation>More of the take at the playhead</translation>
        </message>
        <message>
            <source>Less of the take at the playhead</source>
            <translation>Less of the take at the playhead</translation>
        </message>
        <message>
            <source>Force the original &amp;picture</source>
            <translation>Force the original &amp;picture</translation>
        </message>
        <message>
            <source>Between the in and out points, or in the whole segment</source>
            <translation>Between the in and out points, or in the whole segment</translation>
        </message>
        <message>
            <source>Show the take again</source>
            <translation>Show the take again</translation>
        </message>
        <message>
            <source>&amp;Paint on the mask</source>
            <translation>&amp;Paint on the mask</translation>
        </message>
        <message>
            <source>The take shows where the mask is painted; Alt erases</source>
            <translation>The take shows where the mask is painted; Alt erases</translation>
        </message>
        <message>
            <source>&amp;Erase from the mask</source>
            <translation>&amp;Erase from the mask</translation>
        </message>
        <message>
            <source>The film's own picture shows where the mask is erased; Alt paints</source>
            <translation>The film's own picture shows where the mask is erased; Alt paints</translation>
        </message>
        <message>
            <source>To the mask keyframe before</source>
            <translation>To the mask keyframe before</translation>
        </message>
        <message>
            <source>Mask keyframe at the playhead</source>
            <translation>Mask keyframe at the playhead</translation>
        </message>
        <message>
            <source>To the mask keyframe after</source>
            <translation>To the mask keyframe after</translation>
        </message>
        <message>
            <source>Remove all that is painted</source>
            <translation>Remove all that is painted</translation>
        </message>
        <message>
            <source>Every mask keyframe of the segment</source>
            <translation>Every mask keyframe of the segment</translation>
        </message>
        <message>
            <source>Copy the retouch</source>
            <translation>Copy the retouch</translation>
        </message>
        <message>
            <source>Of the segment: mask, opacity and what is set in the inspector</source>
            <translation>Of the segment: mask, opacity and what is set in the inspector</translation>
        </message>
        <message>
            <source>Paste the retouch</source>
            <translation>Paste the retouch</translation>
        </message>
        <message>
            <source>Into the selected segments, in place of theirs</source>
            <translation>Into the selected segments, in place of theirs</translation>
        </message>
        <message>
            <source>Rev&amp;iew</source>
            <translation>Rev&amp;iew</translation>
        </message>
        <message>
            <source>&amp;Next to review</source>
            <translation>&amp;Next to review</translation>
        </message>
        <message>
            <source>The worst segment not yet reviewed, played over and over</source>
            <translation>The worst segment not yet reviewed, played over and over</translation>
        </message>
        <message>
            <source>&amp;Previous to review</source>
            <translation>&amp;Previous to review</translation>
        </message>
        <message>
            <source>&amp;Approve and go on</source>
            <translation>&amp;Approve and go on</translation>
        </message>
        <message>
            <source>Needs &amp;work and go on</source>
            <translation>Needs &amp;work and go on</translation>
        </message>
        <message>
            <source>&amp;Bypass and go on</source>
            <translation>&amp;Bypass and go on</translation>
        </message>
        <message>
            <source>&amp;Render and go on</source>
            <translation>&amp;Render and go on</translation>
        </message>
        <message>
            <source>Comes back to be reviewed when it is rendered</source>
            <translation>Comes back to be reviewed when it is rendered</translation>
        </message>
        <message>
            <source>Write a n&amp;ote</source>
            <translation>Write a n&amp;ote</translation>
        </message>
        <message>
            <source>Apply the measured o&amp;ffset</source>
            <translation>Apply the measured o&amp;ffset</translation>
        </message>
        <message>
            <source>Moves the mouth so that it meets the voice; render to see it</source>
            <translation>Moves the mouth so that it meets the voice; render to see it</translation>
        </message>
        <message>
            <source>Compare wit&amp;h</source>
            <translation>Compare wit&amp;h</translation>
        </message>
        <message>
            <source>&amp;Exchange what is compared</source>
            <translation>&amp;Exchange what is compared</translation>
        </message>
        <message>
            <source>The other take or the original in place of the take that is shown, and back</source>
            <translation>The other take or the original in place of the take that is shown, and back</translation>
        </message>
        <message>
            <source>&amp;Shape lane</source>
            <translation>&amp;Shape lane</translation>
        </message>
        <message>
            <source>Mas&amp;k lane</source>
            <translation>Mas&amp;k lane</translation>
        </message>
        <message>
            <source>Sync &amp;confidence lane</source>
            <translation>Sync &amp;confidence lane</translation>
        </message>
        <message>
            <source>&amp;Cast</source>
            <translation>&amp;Cast</translation>
        </message>
        <message>
            <source>&amp;Adapt to this actor…</source>
            <translation>&amp;Adapt to this actor…</translation>
        </message>
        <message>
            <source>Learn the selected segment's actor's way of speaking from the film</source>
            <translation>Learn the selected segment's actor's way of speaking from the film</translation>
        </message>
        <message>
            <source>&amp;Re-render the actor's segments with…</source>
            <translation>&amp;Re-render the actor's segments with…</translation>
        </message>
        <message>
            <source>All segments of the actor get other mouth shapes and are rendered again</source>
            <translation>All segments of the actor get other mouth shapes and are rendered again</translation>
        </message>
        <message>
            <source>&amp;Compare models…</source>
            <translation>&amp;Compare models…</translation>
        </message>
        <message>
            <source>The actor's newest model against the universal one, on sentences it never learned from</source>
            <translation>The actor's newest model against the universal one, on sentences it never learned from</translation>
        </message>
        <message>
            <source>&amp;Import actor models…</source>
            <translation>&amp;Import actor models…</translation>
        </message>
        <message>
            <source>From another project of the same film</source>
            <translation>From another project of the same film</translation>
        </message>
    </context>
    <context>
        <name>DialogParts</name>
        <message>
            <source>%1:%2 min</source>
            <comment>minutes, seconds</comment>
            <translation>%1:%2 min</translation>
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
            <translation>Render %1 %</translation>
        </message>
        <message>
            <source>Not yet measured.</source>
            <translation>Not yet measured.</translation>
        </message>
        <message>
            <source>Too short to be measured.</source>
            <translation>Too short to be measured.</translation>
        </message>
        <message>
            <source>%1. The film's own sound: %2; the voice on the film's picture: %3; on the take: %4. Usual in this film: %5.</source>
            <translation>%1. The film's own sound: %2; the voice on the film's picture: %3; on the take: %4. Usual in this film: %5.</translation>
        </message>
        <message>
            <source>Positive: the mouth is late. Frames of 25 fps.</source>
            <translation>Positive: the mouth is late. Frames of 25 fps.</translation>
        </message>
        <message>
            <source>Doubtful: %1</source>
            <translation>Doubtful: %1</translation>
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
            <source>Sync</source>
            <translation>Sync</translation>
        </message>
        <message>
            <source>Confidence that voice and mouth agree: before and after. The tick is what is usual in this film.</source>
            <translation>Confidence that voice and mouth agree: before and after. The tick is what is usual in this film.</translation>
        </message>
        <message>
            <source>Baseline</source>
            <translation>Baseline</translation>
        </message>
        <message>
            <source>Confidence of the film's own sound on its own picture here</source>
            <translation>Confidence of the film's own sound on its own picture here</translation>
        </message>
        <message>
            <source>Lip-sync confidence at the best offset; more is better. The tick is the film's own sound.</source>
            <translation>Lip-sync confidence at the best offset; more is better. The tick is the film's own sound.</translation>
        </message>
        <message>
            <source>Lip-sync distance at the best offset; less is better. The tick is the film's own sound.</source>
            <translation>Lip-sync distance at the best offset; less is better. The tick is the film's own sound.</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>Offset</translation>
        </message>
        <message>
            <source>How many frames the mouth is late</source>
            <translation>How many frames the mouth is late</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>Coverage</translation>
        </message>
        <message>
            <source>Share of the segment that can be measured</source>
            <translation>Share of the segment that can be measured</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Why the segment may need work</source>
            <translation>Why the segment may need work</translation>
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
                <numerusform>Mouth %n frame late</numerusform>
                <numerusform>Mouth %n frames late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mouth %n frame(s) early</source>
            <translation>
                <numerusform>Mouth %n frame early</numerusform>
                <numerusform>Mouth %n frames early</numerusform>
            </translation>
        </message>
        <message>
            <source>Poor sync</source>
            <translation>Poor sync</translation>
        </message>
        <message>
            <source>Early or late</source>
            <translation>Early or late</translation>
        </message>
        <message>
            <source>Not measurable</source>
            <translation>Not measurable</translation>
        </message>
        <message>
            <source>Settings changed</source>
            <translation>Settings changed</translation>
        </message>
        <message>
            <source>Not rendered</source>
            <translation>Not rendered</translation>
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
        <name>SettingWords</name>
        <message>
            <source>no silence gate</source>
            <translation>no silence gate</translation>
        </message>
        <message>
            <source>silence gate %1 dB</source>
            <translation>silence gate %1 dB</translation>
        </message>
        <message>
            <source>universal shapes</source>
            <translation>universal shapes</translation>
        </message>
        <message>
            <source>strength %1 %</source>
            <translation>strength %1 %</translation>
        </message>
        <message>
            <source>feather %1</source>
            <translation>feather %1</translation>
        </message>
        <message>
            <source>fade %1</source>
            <translation>fade %1</translation>
        </message>
        <message>
            <source>offset %1 ms</source>
            <translation>offset %1 ms</translation>
        </message>
        <message>
            <source>other pictures</source>
            <translation>other pictures</translation>
        </message>
        <message>
            <source>shapes adapted to the actor</source>
            <translation>shapes adapted to the actor</translation>
        </message>
        <message>
            <source>articulation %1 %</source>
            <translation>articulation %1 %</translation>
        </message>
        <message>
            <source>liveliness %1 %</source>
            <translation>liveliness %1 %</translation>
        </message>
    </context>
    <context>
        <name>StageNames</name>
        <message>
            <source>listening</source>
            <translation>listening</translation>
        </message>
        <message>
            <source>gathering pictures</source>
            <translation>gathering pictures</translation>
        </message>
        <message>
            <source>comparing sound and mouth</source>
            <translation>comparing sound and mouth</translation>
        </message>
        <message>
            <source>learning the movement</source>
            <translation>learning the movement</translation>
        </message>
        <message>
            <source>learning to paint the mouth</source>
            <translation>learning to paint the mouth</translation>
        </message>
    </context>
    <context>
        <name>SyncGap</name>
        <message>
            <source>Silence</source>
            <translation>Silence</translation>
        </message>
        <message>
            <source>No sound</source>
            <translation>No sound</translation>
        </message>
        <message>
            <source>No face</source>
            <translation>No face</translation>
        </message>
        <message>
            <source>Turned away</source>
            <translation>Turned away</translation>
        </message>
        <message>
            <source>Off screen</source>
            <translation>Off screen</translation>
        </message>
        <message>
            <source>Nobody is heard there: silence has no sync.</source>
            <translation>Nobody is heard there: silence has no sync.</translation>
        </message>
        <message>
            <source>There is no sound there to be measured.</source>
            <translation>There is no sound there to be measured.</translation>
        </message>
        <message>
            <source>The actor's face is not found there.</source>
            <translation>The actor's face is not found there.</translation>
        </message>
        <message>
            <source>The face is turned too far away for its mouth to be judged.</source>
            <translation>The face is turned too far away for its mouth to be judged.</translation>
        </message>
        <message>
            <source>The face lies partly outside of the picture there.</source>
            <translation>The face lies partly outside of the picture there.</translation>
        </message>
    </context>
    <context>
        <name>SyncGroup</name>
        <message>
            <source>Mouth and voice meet within a frame.</source>
            <translation>Mouth and voice meet within a frame.</translation>
        </message>
        <message numerus="yes">
            <source>The mouth is late by %1 ms (%n frame(s)).</source>
            <translation>
                <numerusform>The mouth is late by %1 ms (%n frame).</numerusform>
                <numerusform>The mouth is late by %1 ms (%n frames).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The mouth is early by %1 ms (%n frame(s)).</source>
            <translation>
                <numerusform>The mouth is early by %1 ms (%n frame).</numerusform>
                <numerusform>The mouth is early by %1 ms (%n frames).</numerusform>
            </translation>
        </message>
        <message>
            <source>The offset is doubtful: %1.</source>
            <translation>The offset is doubtful: %1.</translation>
        </message>
        <message>
            <source>%1 That is applied; render to see it.</source>
            <translation>%1 That is applied; render to see it.</translation>
        </message>
        <message>
            <source>Being measured …</source>
            <translation>Being measured …</translation>
        </message>
        <message>
            <source>Too short to be measured.</source>
            <translation>Too short to be measured.</translation>
        </message>
        <message>
            <source>No measure for this film yet</source>
            <translation>No measure for this film yet</translation>
        </message>
        <message>
            <source>On average: %1</source>
            <comment>of several segments</comment>
            <translation>On average: %1</translation>
        </message>
        <message>
            <source>Without a take: %1</source>
            <translation>Without a take: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n of them are certainly early or late.</source>
            <translation>
                <numerusform>%n of them is certainly early or late.</numerusform>
                <numerusform>%n of them are certainly early or late.</numerusform>
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
            <translation>%1 fr</translation>
        </message>
        <message>
            <source>%1 fr ?</source>
            <comment>frames, doubtful</comment>
            <translation>%1 fr ?</translation>
        </message>
    </context>
    <context>
        <name>SyncRating</name>
        <message>
            <source>Poor sync</source>
            <translation>Poor sync</translation>
        </message>
        <message>
            <source>Fair sync</source>
            <translation>Fair sync</translation>
        </message>
        <message>
            <source>Good sync</source>
            <translation>Good sync</translation>
        </message>
        <message>
            <source>Not rated</source>
            <translation>Not rated</translation>
        </message>
    </context>
    <context>
        <name>TakeWords</name>
        <message numerus="yes">
            <source>%1: confidence %2, LSE-C %3, LSE-D %4, offset %n frame(s), %5 % measured</source>
            <translation>
                <numerusform>%1: confidence %2, LSE-C %3, LSE-D %4, offset %n frame, %5 % measured</numerusform>
                <numerusform>%1: confidence %2, LSE-C %3, LSE-D %4, offset %n frames, %5 % measured</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <comment>expert's and judge's confidence</comment>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Made with the settings the segment has now.</source>
            <translation>Made with the settings the segment has now.</translation>
        </message>
        <message>
            <source>Made with other settings than now: %1.</source>
            <translation>Made with other settings than now: %1.</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>Expert</translation>
        </message>
        <message>
            <source>Second judge</source>
            <translation>Second judge</translation>
        </message>
        <message>
            <source>Not yet measured.</source>
            <translation>Not yet measured.</translation>
        </message>
        <message>
            <source>Engine %1, rendered in %2 s, %3</source>
            <translation>Engine %1, rendered in %2 s, %3</translation>
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
            <translation>Adapting begins when the faces of the film are found.</translation>
        </message>
        <message>
            <source>%1 is being adapted to already.</source>
            <translation>%1 is being adapted to already.</translation>
        </message>
        <message>
            <source>Adapt to %1</source>
            <translation>Adapt to %1</translation>
        </message>
        <message>
            <source>Copy the model</source>
            <translation>Copy the model</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ActorModels</name>
        <message>
            <source>Look for actor models</source>
            <translation>Look for actor models</translation>
        </message>
        <message>
            <source>Rename the model</source>
            <translation>Rename the model</translation>
        </message>
        <message>
            <source>Remove the model</source>
            <translation>Remove the model</translation>
        </message>
        <message>
            <source>Import actor models</source>
            <translation>Import actor models</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::AdaptationFlow</name>
        <message>
            <source>%1 and %2 more</source>
            <comment>list, number</comment>
            <translation>%1 and %2 more</translation>
        </message>
        <message>
            <source>There is no model of %1 yet.</source>
            <translation>There is no model of %1 yet.</translation>
        </message>
        <message>
            <source>There is nobody in the cast yet.</source>
            <translation>There is nobody in the cast yet.</translation>
        </message>
        <message>
            <source>Select a segment of the actor who is meant.</source>
            <translation>Select a segment of the actor who is meant.</translation>
        </message>
        <message>
            <source>Save the project first?</source>
            <translation>Save the project first?</translation>
        </message>
        <message>
            <source>Models of actors are kept beside the project file.</source>
            <translation>Models of actors are kept beside the project file.</translation>
        </message>
        <message>
            <source>Adapting begins when the faces of the film are found.</source>
            <translation>Adapting begins when the faces of the film are found.</translation>
        </message>
        <message>
            <source>There is a better model of %1 now.</source>
            <translation>There is a better model of %1 now.</translation>
        </message>
        <message>
            <source>Adapting to %1 brought nothing better; nothing is kept.</source>
            <translation>Adapting to %1 brought nothing better; nothing is kept.</translation>
        </message>
        <message>
            <source>Remove “%1”?</source>
            <translation>Remove “%1”?</translation>
        </message>
        <message>
            <source>No segment uses it. It can not be brought back.</source>
            <translation>No segment uses it. It can not be brought back.</translation>
        </message>
        <message numerus="yes">
            <source>%n segment(s) use it and can not be rendered with it any more, at %1. Their takes stay. It can not be brought back.</source>
            <translation>
                <numerusform>%n segment uses it and can not be rendered with it any more, at %1. Its takes stay. The model can not be brought back.</numerusform>
                <numerusform>%n segments use it and can not be rendered with it any more, at %1. Their takes stay. The model can not be brought back.</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>There is no film whose models could be imported.</source>
            <translation>There is no film whose models could be imported.</translation>
        </message>
        <message>
            <source>Import models from another project of this film</source>
            <translation>Import models from another project of this film</translation>
        </message>
        <message>
            <source>Lipwright projects and actor models (*.lipwright actor.json)</source>
            <translation>Lipwright projects and actor models (*.lipwright actor.json)</translation>
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
        <name>lipwright::app::ComparisonFlow</name>
        <message>
            <source>Models can be compared when the faces of the film are found.</source>
            <translation>Models can be compared when the faces of the film are found.</translation>
        </message>
        <message>
            <source>Compare models</source>
            <translation>Compare models</translation>
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
        <message>
            <source>Apply the measured offset</source>
            <translation>Apply the measured offset</translation>
        </message>
        <message>
            <source>The quality report can be made when the faces of the film are found.</source>
            <translation>The quality report can be made when the faces of the film are found.</translation>
        </message>
        <message>
            <source>Quality report</source>
            <translation>Quality report</translation>
        </message>
        <message>
            <source>Shape the mouth</source>
            <translation>Shape the mouth</translation>
        </message>
        <message>
            <source>Retouch the mask</source>
            <translation>Retouch the mask</translation>
        </message>
        <message>
            <source>Choose the mouth's frames</source>
            <translation>Choose the mouth's frames</translation>
        </message>
        <message>
            <source>Save the preset</source>
            <translation>Save the preset</translation>
        </message>
        <message>
            <source>Rename the preset</source>
            <translation>Rename the preset</translation>
        </message>
        <message>
            <source>Delete the preset</source>
            <translation>Delete the preset</translation>
        </message>
        <message>
            <source>Apply the preset</source>
            <translation>Apply the preset</translation>
        </message>
        <message>
            <source>Choose the mouth shapes</source>
            <translation>Choose the mouth shapes</translation>
        </message>
        <message numerus="yes">
            <source>%n actor model(s) imported</source>
            <translation>
                <numerusform>%n actor model imported</numerusform>
                <numerusform>%n actor models imported</numerusform>
            </translation>
        </message>
        <message>
            <source>Adapting to %1 was stopped; what was learned is kept.</source>
            <translation>Adapting to %1 was stopped; what was learned is kept.</translation>
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
        <name>lipwright::app::InspectorController</name>
        <message>
            <source>Warped pictures of the actor</source>
            <translation>Warped pictures of the actor</translation>
        </message>
        <message>
            <source>Warped pictures, mended by a network</source>
            <translation>Warped pictures, mended by a network</translation>
        </message>
        <message>
            <source>Painted by a network</source>
            <translation>Painted by a network</translation>
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
            <translation>Pictures of library frames</translation>
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
        <name>lipwright::app::MaskController</name>
        <message>
            <source>There is no take in this frame whose mask could be painted.</source>
            <translation>There is no take in this frame whose mask could be painted.</translation>
        </message>
        <message>
            <source>The face is not found in this frame: paint in a frame beside it.</source>
            <translation>The face is not found in this frame: paint in a frame beside it.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::PictureChoice</name>
        <message>
            <source>Opening %1, width %2, rounding %3</source>
            <translation>Opening %1, width %2, rounding %3</translation>
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
        <name>lipwright::app::ReportFlow</name>
        <message>
            <source>The quality report is written: %1</source>
            <translation>The quality report is written: %1</translation>
        </message>
        <message>
            <source>There are no segments to report on yet.</source>
            <translation>There are no segments to report on yet.</translation>
        </message>
        <message>
            <source>Quality report</source>
            <translation>Quality report</translation>
        </message>
        <message>
            <source>Web pages (*.html)</source>
            <translation>Web pages (*.html)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::RerenderFlow</name>
        <message>
            <source>(removed)</source>
            <translation>(removed)</translation>
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
            <translation>No other segment of the list waits for review.</translation>
        </message>
        <message>
            <source>Note on the segment at %1</source>
            <translation>Note on the segment at %1</translation>
        </message>
        <message>
            <source>The offset is applied; render to see it.</source>
            <translation>The offset is applied; render to see it.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::ShapeCurves</name>
        <message>
            <source>Listen for mouth shapes</source>
            <translation>Listen for mouth shapes</translation>
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
        <name>lipwright::app::SyncMeter</name>
        <message numerus="yes">
            <source>Measure the sync of %n segment(s)</source>
            <translation>
                <numerusform>Measure the sync of %n segment</numerusform>
                <numerusform>Measure the sync of %n segments</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::TakeComparison</name>
        <message>
            <source>The film's own picture</source>
            <translation>The film's own picture</translation>
        </message>
    </context>
    <context>
        <name>lipwright::app::TimelineController</name>
        <message>
            <source>Original</source>
            <translation>Original</translation>
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
        <name>lipwright::widgets::AdaptDialog</name>
        <message>
            <source>Lipwright learns how %1 moves the mouth from what %1 says in this film. Some sentences are kept apart and never learned from: only what is better on them than the universal model is taken, and you see by how much. No segment changes until you choose the new model for it.</source>
            <translation>Lipwright learns how %1 moves the mouth from what %1 says in this film. Some sentences are kept apart and never learned from: only what is better on them than the universal model is taken, and you see by how much. No segment changes until you choose the new model for it.</translation>
        </message>
        <message>
            <source>%1 of the face can be learned from (sharp, near and frontal enough) of %2 in the film.</source>
            <translation>%1 of the face can be learned from (sharp, near and frontal enough) of %2 in the film.</translation>
        </message>
        <message>
            <source>Only %1 of the face can be learned from (sharp, near and frontal enough); at least %2 are needed.</source>
            <translation>Only %1 of the face can be learned from (sharp, near and frontal enough); at least %2 are needed.</translation>
        </message>
        <message>
            <source>An adaptation to %1 was stopped before it was done</source>
            <translation>An adaptation to %1 was stopped before it was done</translation>
        </message>
        <message>
            <source>&amp;Go on where it stopped</source>
            <translation>&amp;Go on where it stopped</translation>
        </message>
        <message>
            <source>&amp;Begin anew, what was learned is lost</source>
            <translation>&amp;Begin anew, what was learned is lost</translation>
        </message>
        <message>
            <source>Minutes of training</source>
            <translation>Minutes of training</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>Five minutes are enough for a draft; more time brings ever smaller gains. Listening and gathering come on top. You can go on working.</source>
            <translation>Five minutes are enough for a draft; more time brings ever smaller gains. Listening and gathering come on top. You can go on working.</translation>
        </message>
        <message>
            <source>Movement of the mouth</source>
            <translation>Movement of the mouth</translation>
        </message>
        <message>
            <source>Always adapted</source>
            <translation>Always adapted</translation>
        </message>
        <message>
            <source>&amp;Painted mouth (takes most of the time)</source>
            <translation>&amp;Painted mouth (takes most of the time)</translation>
        </message>
        <message>
            <source>For segments of the painted engine</source>
            <translation>For segments of the painted engine</translation>
        </message>
        <message>
            <source>The weights of the painter are not installed</source>
            <translation>The weights of the painter are not installed</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Adapt</source>
            <translation>Adapt</translation>
        </message>
        <message>
            <source>Adapt to %1</source>
            <translation>Adapt to %1</translation>
        </message>
        <message>
            <source>Material</source>
            <translation>Material</translation>
        </message>
        <message>
            <source>&amp;Time to spend</source>
            <translation>&amp;Time to spend</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Parts</translation>
        </message>
        <message>
            <source>Name of the model</source>
            <translation>Name of the model</translation>
        </message>
        <message>
            <source>Optional; the date otherwise</source>
            <translation>Optional; the date otherwise</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::AdaptLine</name>
        <message>
            <source>Adapt to this actor…</source>
            <translation>Adapt to this actor…</translation>
        </message>
        <message>
            <source>Learn this actor's way of speaking from the film, in the background</source>
            <translation>Learn this actor's way of speaking from the film, in the background</translation>
        </message>
        <message>
            <source>Adapting</source>
            <translation>Adapting</translation>
        </message>
        <message>
            <source>Adapting: %1 %</source>
            <translation>Adapting: %1 %</translation>
        </message>
        <message>
            <source>Watch…</source>
            <translation>Watch…</translation>
        </message>
        <message>
            <source>Watch the adaptation</source>
            <translation>Watch the adaptation</translation>
        </message>
        <message>
            <source>See how good the model is so far</source>
            <translation>See how good the model is so far</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::AdaptingDialog</name>
        <message>
            <source>Adapting to %1</source>
            <translation>Adapting to %1</translation>
        </message>
        <message>
            <source>Adapting</source>
            <translation>Adapting</translation>
        </message>
        <message>
            <source>The curve begins when the sentences are gathered and the universal model was tested.</source>
            <translation>The curve begins when the sentences are gathered and the universal model was tested.</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Stop</translation>
        </message>
        <message>
            <source>What was learned is kept: it can go on later</source>
            <translation>What was learned is kept: it can go on later</translation>
        </message>
        <message>
            <source>Measured on sentences that are never learned from. It goes on in the background when this window is closed.</source>
            <translation>Measured on sentences that are never learned from. It goes on in the background when this window is closed.</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>&amp;Go on</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::AdaptationResultDialog</name>
        <message>
            <source>The new model of %1 is better than the universal one</source>
            <translation>The new model of %1 is better than the universal one</translation>
        </message>
        <message>
            <source>Nothing became better: the universal model is kept</source>
            <translation>Nothing became better: the universal model is kept</translation>
        </message>
        <message>
            <source>Learned from %1 of film, tested on %2 that it never learned from; took %3.</source>
            <translation>Learned from %1 of film, tested on %2 that it never learned from; took %3.</translation>
        </message>
        <message numerus="yes">
            <source>The film's own sound was found %n frame(s) off the mouth; that was allowed for.</source>
            <translation>
                <numerusform>The film's own sound was found %n frame off the mouth; that was allowed for.</numerusform>
                <numerusform>The film's own sound was found %n frames off the mouth; that was allowed for.</numerusform>
            </translation>
        </message>
        <message>
            <source>Adapted to %1</source>
            <translation>Adapted to %1</translation>
        </message>
        <message>
            <source>&amp;Compare…</source>
            <translation>&amp;Compare…</translation>
        </message>
        <message>
            <source>&amp;Use for all segments</source>
            <translation>&amp;Use for all segments</translation>
        </message>
        <message>
            <source>&amp;Re-render…</source>
            <translation>&amp;Re-render…</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::AxisLane</name>
        <message>
            <source>Fold the lane “%1”</source>
            <translation>Fold the lane “%1”</translation>
        </message>
        <message>
            <source>Fold or unfold the lane</source>
            <translation>Fold or unfold the lane</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::BrushStrip</name>
        <message>
            <source>%1 px</source>
            <translation>%1 px</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Mask brush</source>
            <translation>Mask brush</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Width of the brush in pixels of the film ([ and ], Shift+wheel)</source>
            <translation>Width of the brush in pixels of the film ([ and ], Shift+wheel)</translation>
        </message>
        <message>
            <source>Softness</source>
            <translation>Softness</translation>
        </message>
        <message>
            <source>Soft share of the brush (Shift+[ and Shift+])</source>
            <translation>Soft share of the brush (Shift+[ and Shift+])</translation>
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
        <message>
            <source>&amp;Adapt to this actor…</source>
            <translation>&amp;Adapt to this actor…</translation>
        </message>
        <message>
            <source>&amp;Re-render the actor's segments with…</source>
            <translation>&amp;Re-render the actor's segments with…</translation>
        </message>
        <message>
            <source>&amp;Import models from another project…</source>
            <translation>&amp;Import models from another project…</translation>
        </message>
        <message>
            <source>Re&amp;name</source>
            <translation>Re&amp;name</translation>
        </message>
        <message>
            <source>Record &amp;consent…</source>
            <translation>Record &amp;consent…</translation>
        </message>
        <message>
            <source>&amp;Watch the adaptation…</source>
            <translation>&amp;Watch the adaptation…</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ChoiceBox</name>
        <message>
            <source>(several)</source>
            <translation>(several)</translation>
        </message>
        <message>
            <source>%1 (not here)</source>
            <comment>name of an engine or model</comment>
            <translation>%1 (not here)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ComparisonDialog</name>
        <message>
            <source>There are no sentences to compare on.</source>
            <translation>There are no sentences to compare on.</translation>
        </message>
        <message numerus="yes">
            <source>Better on %1 of %n sentence(s) that were never learned from; agreement with the film on average %2 → %3.</source>
            <translation>
                <numerusform>Better on %1 of %n sentence that was never learned from; agreement with the film %2 → %3.</numerusform>
                <numerusform>Better on %1 of %n sentences that were never learned from; agreement with the film on average %2 → %3.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 against the universal model</source>
            <translation>%1 against the universal model</translation>
        </message>
        <message>
            <source>Listening to the sentences the model was tested on…</source>
            <translation>Listening to the sentences the model was tested on…</translation>
        </message>
        <message>
            <source>Sentences</source>
            <translation>Sentences</translation>
        </message>
        <message>
            <source>&amp;Play the sentence</source>
            <translation>&amp;Play the sentence</translation>
        </message>
        <message>
            <source>The opening of the mouth over the sentence, as it was measured in the film and as the models hear it in the film's own sound, before lips are closed on m, b and p. The numbers are correlations with the film.</source>
            <translation>The opening of the mouth over the sentence, as it was measured in the film and as the models hear it in the film's own sound, before lips are closed on m, b and p. The numbers are correlations with the film.</translation>
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
            <translation>%1, re-rendered with %2</translation>
        </message>
        <message>
            <source>Sync confidence. Ring: before; dot: the new take. Click a segment to look at it.</source>
            <translation>Sync confidence. Ring: before; dot: the new take. Click a segment to look at it.</translation>
        </message>
        <message numerus="yes">
            <source>The new takes of %n segment(s) are being rendered and measured.</source>
            <translation>
                <numerusform>The new take of %n segment is being rendered and measured.</numerusform>
                <numerusform>The new takes of %n segments are being rendered and measured.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 measured: %3 better, %4 worse. On average %5 → %6.</source>
            <translation>%1 of %2 measured: %3 better, %4 worse. On average %5 → %6.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ConfidenceLane</name>
        <message>
            <source>Sync</source>
            <translation>Sync</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>not measured</translation>
        </message>
        <message>
            <source>too little to measure</source>
            <translation>too little to measure</translation>
        </message>
        <message>
            <source>%1 (unfiltered %2)</source>
            <translation>%1 (unfiltered %2)</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>After</source>
            <translation>After</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>AV offset</source>
            <translation>AV offset</translation>
        </message>
        <message numerus="yes">
            <source>%n frame(s)</source>
            <translation>
                <numerusform>%n frame</numerusform>
                <numerusform>%n frames</numerusform>
            </translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Measured</translation>
        </message>
        <message>
            <source>%1 % of the frames</source>
            <translation>%1 % of the frames</translation>
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
        <name>lipwright::widgets::GainPlot</name>
        <message>
            <source>%1 → %2%3</source>
            <comment>before, after, unit with its space</comment>
            <translation>%1 → %2%3</translation>
        </message>
        <message>
            <source>What adapting brought</source>
            <translation>What adapting brought</translation>
        </message>
        <message>
            <source>On sentences that were kept apart. Ring: the universal model; dot: this one.</source>
            <translation>On sentences that were kept apart. Ring: the universal model; dot: this one.</translation>
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
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
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
        <name>lipwright::widgets::LearningPlot</name>
        <message>
            <source>Learning curve</source>
            <translation>Learning curve</translation>
        </message>
        <message>
            <source>universal</source>
            <translation>universal</translation>
        </message>
        <message>
            <source>%1%2, nothing better yet</source>
            <comment>value, unit</comment>
            <translation>%1%2, nothing better yet</translation>
        </message>
        <message>
            <source>%1 → %2%3 (%4)</source>
            <comment>values, unit, difference</comment>
            <translation>%1 → %2%3 (%4)</translation>
        </message>
        <message>
            <source>%1: %2, after %3</source>
            <comment>measure, gain, time</comment>
            <translation>%1: %2, after %3</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::LibraryModel</name>
        <message>
            <source>%1, picked</source>
            <translation>%1, picked</translation>
        </message>
        <message>
            <source>%1, banned</source>
            <translation>%1, banned</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::LibraryPicker</name>
        <message>
            <source>Clear all</source>
            <translation>Clear all</translation>
        </message>
        <message>
            <source>Pictures of the mouth</source>
            <translation>Pictures of the mouth</translation>
        </message>
        <message>
            <source>Closed mouths come first, open ones last. Click a picture to pick it, again to ban it, once more to leave it to the program. Keys: P picks, B bans, Del clears.</source>
            <translation>Closed mouths come first, open ones last. Click a picture to pick it, again to ban it, once more to leave it to the program. Keys: P picks, B bans, Del clears.</translation>
        </message>
        <message>
            <source>%1 picked, %2 banned</source>
            <translation>%1 picked, %2 banned</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MaskLane</name>
        <message>
            <source>Mask</source>
            <translation>Mask</translation>
        </message>
        <message>
            <source>Opacity, original</source>
            <translation>Opacity, original</translation>
        </message>
        <message>
            <source>%1  opacity %2 %</source>
            <translation>%1  opacity %2 %</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::MaterialBar</name>
        <message>
            <source>Material to learn from</source>
            <translation>Material to learn from</translation>
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
        <name>lipwright::widgets::ModelRow</name>
        <message>
            <source>Name of the model</source>
            <translation>Name of the model</translation>
        </message>
        <message>
            <source>Unnamed model</source>
            <translation>Unnamed model</translation>
        </message>
        <message>
            <source>What to do with the model</source>
            <translation>What to do with the model</translation>
        </message>
        <message>
            <source>&amp;Use for all segments</source>
            <translation>&amp;Use for all segments</translation>
        </message>
        <message>
            <source>&amp;Re-render all segments with it…</source>
            <translation>&amp;Re-render all segments with it…</translation>
        </message>
        <message>
            <source>&amp;Compare with the universal model…</source>
            <translation>&amp;Compare with the universal model…</translation>
        </message>
        <message>
            <source>Re&amp;name</source>
            <translation>Re&amp;name</translation>
        </message>
        <message>
            <source>Re&amp;move…</source>
            <translation>Re&amp;move…</translation>
        </message>
        <message numerus="yes">
            <source>used by %n segment(s)</source>
            <translation>
                <numerusform>used by %n segment</numerusform>
                <numerusform>used by %n segments</numerusform>
            </translation>
        </message>
        <message>
            <source>not used yet</source>
            <translation>not used yet</translation>
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
            <translation>Opening of the mouth over the sentence</translation>
        </message>
        <message>
            <source>Agreement with the film: universal %1, adapted %2</source>
            <translation>Agreement with the film: universal %1, adapted %2</translation>
        </message>
        <message>
            <source>In the film</source>
            <translation>In the film</translation>
        </message>
        <message>
            <source>Universal: %1</source>
            <comment>correlation</comment>
            <translation>Universal: %1</translation>
        </message>
        <message>
            <source>Adapted: %1</source>
            <comment>correlation</comment>
            <translation>Adapted: %1</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>open</source>
            <translation>open</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>closed</translation>
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
        <name>lipwright::widgets::NoteOverlay</name>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Enter keeps the note, Shift+Enter begins a line, Esc leaves.</source>
            <translation>Enter keeps the note, Shift+Enter begins a line, Esc leaves.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::OpacityKeys</name>
        <message>
            <source>Opacity at the playhead</source>
            <translation>Opacity at the playhead</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>To the opacity keyframe before</source>
            <translation>To the opacity keyframe before</translation>
        </message>
        <message>
            <source>Opacity keyframe at the playhead</source>
            <translation>Opacity keyframe at the playhead</translation>
        </message>
        <message>
            <source>To the opacity keyframe after</source>
            <translation>To the opacity keyframe after</translation>
        </message>
        <message numerus="yes">
            <source>%n keyframe(s)</source>
            <translation>
                <numerusform>%n keyframe</numerusform>
                <numerusform>%n keyframes</numerusform>
            </translation>
        </message>
        <message>
            <source>The playhead is elsewhere</source>
            <translation>The playhead is elsewhere</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::PairedPlot</name>
        <message>
            <source>Sync confidence before and after, by segment</source>
            <translation>Sync confidence before and after, by segment</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>not measured</translation>
        </message>
        <message>
            <source>%1: %2 before, %3 after</source>
            <comment>segment, confidences</comment>
            <translation>%1: %2 before, %3 after</translation>
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
        <name>lipwright::widgets::PresetBar</name>
        <message>
            <source>Preset</source>
            <translation>Preset</translation>
        </message>
        <message>
            <source>Name of the preset</source>
            <translation>Name of the preset</translation>
        </message>
        <message>
            <source>Name, then Enter</source>
            <translation>Name, then Enter</translation>
        </message>
        <message>
            <source>Save, rename or delete presets</source>
            <translation>Save, rename or delete presets</translation>
        </message>
        <message>
            <source>Save the settings as a preset…</source>
            <translation>Save the settings as a preset…</translation>
        </message>
        <message>
            <source>Rename the preset…</source>
            <translation>Rename the preset…</translation>
        </message>
        <message>
            <source>Delete the preset</source>
            <translation>Delete the preset</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>Default</translation>
        </message>
        <message>
            <source>%1 (changed)</source>
            <comment>name of a preset</comment>
            <translation>%1 (changed)</translation>
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
        <name>lipwright::widgets::RerenderDialog</name>
        <message>
            <source>Re-render %1</source>
            <translation>Re-render %1</translation>
        </message>
        <message>
            <source>Mouth shapes</source>
            <translation>Mouth shapes</translation>
        </message>
        <message>
            <source>&amp;Final</source>
            <translation>&amp;Final</translation>
        </message>
        <message>
            <source>&amp;Draft, quicker</source>
            <translation>&amp;Draft, quicker</translation>
        </message>
        <message numerus="yes">
            <source>All %n segment(s) of %1 get these mouth shapes, as one undo step, and are rendered again. Their takes are kept. As the new takes are measured, you see the sync before and after.</source>
            <translation>
                <numerusform>The %n segment of %1 gets these mouth shapes, as one undo step, and is rendered again. Its takes are kept. As the new take is measured, you see the sync before and after.</numerusform>
                <numerusform>All %n segments of %1 get these mouth shapes, as one undo step, and are rendered again. Their takes are kept. As the new takes are measured, you see the sync before and after.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Mouth shapes</source>
            <translation>&amp;Mouth shapes</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Quality</translation>
        </message>
        <message>
            <source>Re-render</source>
            <translation>Re-render</translation>
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
            <translation>Mask and compositing</translation>
        </message>
        <message>
            <source>Grow or shrink the mask</source>
            <translation>Grow or shrink the mask</translation>
        </message>
        <message>
            <source>Softer edge inside the mask</source>
            <translation>Softer edge inside the mask</translation>
        </message>
        <message>
            <source>Match of the original's colour</source>
            <translation>Match of the original's colour</translation>
        </message>
        <message>
            <source>Sharpness</source>
            <translation>Sharpness</translation>
        </message>
        <message>
            <source>Force</source>
            <translation>Force</translation>
        </message>
        <message>
            <source>Allow take</source>
            <translation>Allow take</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>Reset all</translation>
        </message>
        <message>
            <source>Everything in this group back to the default, painted masks too</source>
            <translation>Everything in this group back to the default, painted masks too</translation>
        </message>
        <message>
            <source>Grow</source>
            <translation>Grow</translation>
        </message>
        <message>
            <source>Soften</source>
            <translation>Soften</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Colour</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>Opacity</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message numerus="yes">
            <source>The film's own picture on %n frame(s)</source>
            <translation>
                <numerusform>The film's own picture on %n frame</numerusform>
                <numerusform>The film's own picture on %n frames</numerusform>
            </translation>
        </message>
        <message>
            <source>Show the film's own picture between in and out</source>
            <translation>Show the film's own picture between in and out</translation>
        </message>
        <message>
            <source>Show the film's own picture over the whole segment; set in and out to choose a part</source>
            <translation>Show the film's own picture over the whole segment; set in and out to choose a part</translation>
        </message>
        <message>
            <source>Show the take again between in and out</source>
            <translation>Show the take again between in and out</translation>
        </message>
        <message>
            <source>Show the take again over the whole segment</source>
            <translation>Show the take again over the whole segment</translation>
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
        <message>
            <source>Show the segments that need this</source>
            <translation>Show the segments that need this</translation>
        </message>
        <message>
            <source>Order by what needs you most: the least sure sync for this film, then what can not be measured, then what is not rendered. Reviewed segments come last.</source>
            <translation>Order by what needs you most: the least sure sync for this film, then what can not be measured, then what is not rendered. Reviewed segments come last.</translation>
        </message>
        <message>
            <source>All reasons</source>
            <translation>All reasons</translation>
        </message>
        <message>
            <source>– %1</source>
            <comment>kind of what can not be measured</comment>
            <translation>– %1</translation>
        </message>
        <message>
            <source>Reviewed segments</source>
            <translation>Reviewed segments</translation>
        </message>
        <message>
            <source>Approved and bypassed segments count as reviewed</source>
            <translation>Approved and bypassed segments count as reviewed</translation>
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
        <name>lipwright::widgets::Section</name>
        <message>
            <source>Fold or unfold</source>
            <translation>Fold or unfold</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::SettingRow</name>
        <message>
            <source>the default</source>
            <translation>the default</translation>
        </message>
        <message>
            <source>Changed from %1</source>
            <translation>Changed from %1</translation>
        </message>
        <message>
            <source>Back to %1</source>
            <translation>Back to %1</translation>
        </message>
        <message>
            <source>%1: back to %2</source>
            <comment>setting, reference</comment>
            <translation>%1: back to %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::SettingsGroup</name>
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
            <source>= %1 frames</source>
            <translation>= %1 frames</translation>
        </message>
        <message>
            <source>Synthesis</source>
            <translation>Synthesis</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <source>Silence gate</source>
            <translation>Silence gate</translation>
        </message>
        <message>
            <source> dB</source>
            <translation> dB</translation>
        </message>
        <message>
            <source>off</source>
            <translation>off</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Where the voice is quieter than this for longer than a pause, the mouth rests</source>
            <translation>Where the voice is quieter than this for longer than a pause, the mouth rests</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Preset</translation>
        </message>
        <message>
            <source>Gate</source>
            <comment>silence gate</comment>
            <translation>Gate</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Pictures</translation>
        </message>
        <message>
            <source>Pick or ban the film's own pictures that the mouth is made from (one segment)</source>
            <translation>Pick or ban the film's own pictures that the mouth is made from (one segment)</translation>
        </message>
        <message>
            <source>“%1”</source>
            <comment>name of a preset</comment>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>the default</source>
            <translation>the default</translation>
        </message>
        <message>
            <source>All</source>
            <comment>pictures</comment>
            <translation>All</translation>
        </message>
        <message>
            <source>%1 picked, %2 banned</source>
            <translation>%1 picked, %2 banned</translation>
        </message>
        <message>
            <source>Mouth shapes</source>
            <translation>Mouth shapes</translation>
        </message>
        <message>
            <source>Articulation</source>
            <translation>Articulation</translation>
        </message>
        <message>
            <source>Liveliness</source>
            <translation>Liveliness</translation>
        </message>
        <message>
            <source>How clearly the lips form the sounds, from what the mouth shapes were learned from</source>
            <translation>How clearly the lips form the sounds, from what the mouth shapes were learned from</translation>
        </message>
        <message>
            <source>How quickly the mouth moves, from calm to lively</source>
            <translation>How quickly the mouth moves, from calm to lively</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::ShapeLane</name>
        <message>
            <source>Mouth shape</source>
            <translation>Mouth shape</translation>
        </message>
        <message>
            <source>What is shaped of the mouth</source>
            <translation>What is shaped of the mouth</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>Opening</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Width</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>Rounding</translation>
        </message>
        <message numerus="yes">
            <source>%1  %2, %n frame(s) around</source>
            <translation>
                <numerusform>%1  %2, %n frame around</numerusform>
                <numerusform>%1  %2, %n frames around</numerusform>
            </translation>
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
        <name>lipwright::widgets::SyncGroup</name>
        <message>
            <source>Sync</source>
            <translation>Sync</translation>
        </message>
        <message>
            <source>Apply offset</source>
            <translation>Apply offset</translation>
        </message>
        <message>
            <source>Moves the mouth so that it meets the voice. Render to see it; undo takes it back.</source>
            <translation>Moves the mouth so that it meets the voice. Render to see it; undo takes it back.</translation>
        </message>
        <message>
            <source>Conf.</source>
            <comment>confidence</comment>
            <translation>Conf.</translation>
        </message>
        <message>
            <source>Cover.</source>
            <comment>coverage</comment>
            <translation>Cover.</translation>
        </message>
        <message>
            <source>Confidence without any shift; more is better</source>
            <translation>Confidence without any shift; more is better</translation>
        </message>
        <message>
            <source>Confidence at the best offset; more is better</source>
            <translation>Confidence at the best offset; more is better</translation>
        </message>
        <message>
            <source>Distance at the best offset; less is better</source>
            <translation>Distance at the best offset; less is better</translation>
        </message>
        <message>
            <source>Share that can be measured</source>
            <translation>Share that can be measured</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>After</source>
            <translation>After</translation>
        </message>
        <message>
            <source>Judge 2</source>
            <translation>Judge 2</translation>
        </message>
        <message>
            <source>Nudge</source>
            <translation>Nudge</translation>
        </message>
        <message>
            <source>−1 fr</source>
            <translation>−1 fr</translation>
        </message>
        <message>
            <source>Mouth one frame earlier</source>
            <translation>Mouth one frame earlier</translation>
        </message>
        <message>
            <source>−1 ms</source>
            <translation>−1 ms</translation>
        </message>
        <message>
            <source>Mouth one millisecond earlier</source>
            <translation>Mouth one millisecond earlier</translation>
        </message>
        <message>
            <source>+1 ms</source>
            <translation>+1 ms</translation>
        </message>
        <message>
            <source>Mouth one millisecond later</source>
            <translation>Mouth one millisecond later</translation>
        </message>
        <message>
            <source>+1 fr</source>
            <translation>+1 fr</translation>
        </message>
        <message>
            <source>Mouth one frame later</source>
            <translation>Mouth one frame later</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::SyncPlot</name>
        <message>
            <source>Sync confidence over the segment</source>
            <translation>Sync confidence over the segment</translation>
        </message>
        <message>
            <source>Sync confidence over the segment. Dotted: the film's own sound; thin: the voice on the film's picture; thick: on the take. Gaps can not be measured.</source>
            <translation>Sync confidence over the segment. Dotted: the film's own sound; thin: the voice on the film's picture; thick: on the take. Gaps can not be measured.</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesBox</name>
        <message>
            <source>Takes</source>
            <translation>Takes</translation>
        </message>
        <message>
            <source>Compare with what is shown (C)</source>
            <translation>Compare with what is shown (C)</translation>
        </message>
        <message>
            <source>Rename the take (F2)</source>
            <translation>Rename the take (F2)</translation>
        </message>
        <message>
            <source>Remove the take (Del)</source>
            <translation>Remove the take (Del)</translation>
        </message>
        <message>
            <source>What takes occupy on the disk: of this segment, of the project</source>
            <translation>What takes occupy on the disk: of this segment, of the project</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>bytes of this segment's takes, of the project's takes</comment>
            <translation>%1 of %2</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesDelegate</name>
        <message>
            <source>%1 (draft)</source>
            <comment>name of a take</comment>
            <translation>%1 (draft)</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesList</name>
        <message>
            <source>Takes</source>
            <translation>Takes</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Rename</translation>
        </message>
        <message>
            <source>Remove the take</source>
            <translation>Remove the take</translation>
        </message>
        <message>
            <source>Compare with what is shown</source>
            <translation>Compare with what is shown</translation>
        </message>
    </context>
    <context>
        <name>lipwright::widgets::TakesModel</name>
        <message>
            <source>Take %1</source>
            <translation>Take %1</translation>
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
            <source>The film's own picture</source>
            <translation>The film's own picture</translation>
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
        <message>
            <source>Timeline</source>
            <translation>Timeline</translation>
        </message>
        <message numerus="yes">
            <source>%n frame(s)</source>
            <translation>
                <numerusform>%n frame</numerusform>
                <numerusform>%n frames</numerusform>
            </translation>
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
        <message>
            <source>Difference of %1 and %2 × %3</source>
            <translation>Difference of %1 and %2 × %3</translation>
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
