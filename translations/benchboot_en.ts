<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Benchboot::ActivityPage</name>
    <message numerus="yes">
        <source>%Ln event(s) are hidden.</source>
        <translation>
            <numerusform>%Ln event is hidden.</numerusform>
            <numerusform>%Ln events are hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::BenchPage</name>
    <message numerus="yes">
        <source>%n PC(s)</source>
        <translation>
            <numerusform>%n PC</numerusform>
            <numerusform>%n PCs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are ready. Start the services, then network-boot a PC.</source>
        <translation>
            <numerusform>%n image is ready. Start the services, then network-boot a PC.</numerusform>
            <numerusform>%n images are ready. Start the services, then network-boot a PC.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::CheckDialog</name>
    <message numerus="yes">
        <source>PCs cannot boot until %n problem(s) are dealt with.</source>
        <translation>
            <numerusform>PCs cannot boot until %n problem is dealt with.</numerusform>
            <numerusform>PCs cannot boot until %n problems are dealt with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PCs can boot. %n thing(s) may matter to some of them.</source>
        <translation>
            <numerusform>PCs can boot. %n thing may matter to some of them.</numerusform>
            <numerusform>PCs can boot. %n things may matter to some of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::DropOverlay</name>
    <message numerus="yes">
        <source>Drop to import %n image(s)</source>
        <translation>
            <numerusform>Drop to import %n image</numerusform>
            <numerusform>Drop to import %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::FilterRow</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <extracomment>How many rows of the log are shown; %1 of %n</extracomment>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln event(s)</source>
        <translation>
            <numerusform>%1 of %Ln event</numerusform>
            <numerusform>%1 of %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::ImageDetail</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::ImportModel</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::LibraryHead</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::LoadersWidget</name>
    <message numerus="yes">
        <source>%n loader(s) of %1 can be chosen now.</source>
        <translation>
            <numerusform>%n loader of %1 can be chosen now.</numerusform>
            <numerusform>%n loaders of %1 can be chosen now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::ServiceRow</name>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation>
            <numerusform>%n offer</numerusform>
            <numerusform>%n offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n boot-server answer(s)</source>
        <translation>
            <numerusform>%n boot-server answer</numerusform>
            <numerusform>%n boot-server answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not answered</source>
        <translation>
            <numerusform>%n not answered</numerusform>
            <numerusform>%n not answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) delivered</source>
        <translation>
            <numerusform>%n file delivered</numerusform>
            <numerusform>%n files delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) ready</source>
        <translation>
            <numerusform>%n image ready</numerusform>
            <numerusform>%n images ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s), %1</source>
        <translation>
            <numerusform>%n download, %1</numerusform>
            <numerusform>%n downloads, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::SpaceWidget</name>
    <message numerus="yes">
        <source>%1 free, enough for about %n rescue image(s)</source>
        <translation>
            <numerusform>%1 free, enough for about %n rescue image</numerusform>
            <numerusform>%1 free, enough for about %n rescue images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::StatusLine</name>
    <message numerus="yes">
        <source>%n PC(s) need attention</source>
        <translation>
            <numerusform>%n PC needs attention</numerusform>
            <numerusform>%n PCs need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing %n image(s)</source>
        <translation>
            <numerusform>Importing %n image</numerusform>
            <numerusform>Importing %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Benchboot::WindowCounts</name>
    <message numerus="yes">
        <source>%n PC(s)</source>
        <translation>
            <numerusform>%n PC</numerusform>
            <numerusform>%n PCs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s)</source>
        <translation>
            <numerusform>%n import</numerusform>
            <numerusform>%n imports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) are booting. Stop the services?</source>
        <translation>
            <numerusform>%n PC is booting. Stop the services?</numerusform>
            <numerusform>%n PCs are booting. Stop the services?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) are under way. Quit Benchboot?</source>
        <translation>
            <numerusform>%n import is under way. Quit Benchboot?</numerusform>
            <numerusform>%n imports are under way. Quit Benchboot?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n PC(s) are booting. Quit Benchboot?</source>
        <translation>
            <numerusform>%n PC is booting. Quit Benchboot?</numerusform>
            <numerusform>%n PCs are booting. Quit Benchboot?</numerusform>
        </translation>
    </message>
</context>
</TS>
