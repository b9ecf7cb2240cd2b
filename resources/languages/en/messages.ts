<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CallSheet</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>%n outcomes written down</source>
        <translation>
            <numerusform>%n outcome written down</numerusform>
            <numerusform>%n outcomes written down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people reminded</source>
        <translation>
            <numerusform>%n person reminded</numerusform>
            <numerusform>%n people reminded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n letters are recorded as sent today.</source>
        <translation>
            <numerusform>%n letter is recorded as sent today.</numerusform>
            <numerusform>%n letters are recorded as sent today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are left out.</source>
        <translation>
            <numerusform>%n more is left out.</numerusform>
            <numerusform>%n more are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes written down.</source>
        <translation>
            <numerusform>%n outcome written down.</numerusform>
            <numerusform>%n outcomes written down.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are due in {0}.</source>
        <translation>
            <numerusform>%n person is due in {0}.</numerusform>
            <numerusform>%n people are due in {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no outcome yet.</source>
        <translation>
            <numerusform>%n row has no outcome yet.</numerusform>
            <numerusform>%n rows have no outcome yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were not taken:</source>
        <translation>
            <numerusform>%n row was not taken:</numerusform>
            <numerusform>%n rows were not taken:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample vehicles are in {0}</source>
        <translation>
            <numerusform>%n sample vehicle is in {0}</numerusform>
            <numerusform>%n sample vehicles are in {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The month, with %n lines of work, is in {0}</source>
        <translation>
            <numerusform>The month, with %n line of work, is in {0}</numerusform>
            <numerusform>The month, with %n lines of work, is in {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is well: %n vehicles; summaries, due dates and search agree with the visits.</source>
        <translation>
            <numerusform>All is well: %n vehicle; summaries, due dates and search agree with the visits.</numerusform>
            <numerusform>All is well: %n vehicles; summaries, due dates and search agree with the visits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactCalendar</name>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsPanel</name>
    <message numerus="yes">
        <source>Show %n earlier</source>
        <translation>
            <numerusform>Show %n earlier</numerusform>
            <numerusform>Show %n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n followed by a visit</source>
        <translation>
            <numerusform>%n followed by a visit</numerusform>
            <numerusform>%n followed by a visit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months late</source>
        <translation>
            <numerusform>%n month late</numerusform>
            <numerusform>%n months late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n months</source>
        <translation>
            <numerusform>in %n month</numerusform>
            <numerusform>in %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtsTab</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueTab</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles</source>
        <translation>
            <numerusform>%n vehicle</numerusform>
            <numerusform>%n vehicles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FastEntry</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Funnel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>{0} vehicles</source>
        <translation>
            <numerusform>{0} vehicle</numerusform>
            <numerusform>{0} vehicles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportBook</name>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntervalsDialog</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOutTab</name>
    <message numerus="yes">
        <source>Saved: off the list when late for %n days</source>
        <translation>
            <numerusform>Saved: off the list when late for %n day</numerusform>
            <numerusform>Saved: off the list when late for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>%n rows copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%n entries are back</source>
        <translation>
            <numerusform>%n entry is back</numerusform>
            <numerusform>%n entries are back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries moved to the bin</source>
        <translation>
            <numerusform>%n entry moved to the bin</numerusform>
            <numerusform>%n entries moved to the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose at most %n rows to move them to the bin.</source>
        <translation>
            <numerusform>Choose at most %n row to move it to the bin.</numerusform>
            <numerusform>Choose at most %n rows to move them to the bin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingStep</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n rows</source>
        <translation>
            <numerusform>Check %n row</numerusform>
            <numerusform>Check %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n more)</numerusform>
            <numerusform>(%n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherVehicles</name>
    <message numerus="yes">
        <source>and %n more; type the owner&apos;s name to see them</source>
        <translation>
            <numerusform>and %n more; type the owner&apos;s name to see it</numerusform>
            <numerusform>and %n more; type the owner&apos;s name to see them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnerMonth</name>
    <message numerus="yes">
        <source>Came: within %n days of the reminder, or of the due day.</source>
        <translation>
            <numerusform>Came: within %n day of the reminder, or of the due day.</numerusform>
            <numerusform>Came: within %n days of the reminder, or of the due day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message numerus="yes">
        <source>Sent to the printer: %n pages.</source>
        <translation>
            <numerusform>Sent to the printer: %n page.</numerusform>
            <numerusform>Sent to the printer: %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Are the letters printed? Then %n people count as reminded.</source>
        <translation>
            <numerusform>Are the letters printed? Then %n person counts as reminded.</numerusform>
            <numerusform>Are the letters printed? Then %n people count as reminded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastImports</name>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vehicles</source>
        <translation>
            <numerusform>%n vehicle</numerusform>
            <numerusform>%n vehicles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work orders</source>
        <translation>
            <numerusform>%n work order</numerusform>
            <numerusform>%n work orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastImportsDialog</name>
    <message numerus="yes">
        <source>%n records of before get back what the book overwrote.</source>
        <translation>
            <numerusform>%n record of before gets back what the book overwrote.</numerusform>
            <numerusform>%n records of before get back what the book overwrote.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>from %n visit</numerusform>
            <numerusform>from %n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message numerus="yes">
        <source>estimated from %n visits</source>
        <translation>
            <numerusform>estimated from %n visit</numerusform>
            <numerusform>estimated from %n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} and %n more</numerusform>
            <numerusform>{0} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RescueBox</name>
    <message numerus="yes">
        <source>{0} vehicles</source>
        <translation>
            <numerusform>{0} vehicle</numerusform>
            <numerusform>{0} vehicles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} work orders</source>
        <translation>
            <numerusform>{0} work order</numerusform>
            <numerusform>{0} work orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Response</name>
    <message numerus="yes">
        <source>%n still waited for</source>
        <translation>
            <numerusform>%n still waited for</numerusform>
            <numerusform>%n still waited for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResponseTab</name>
    <message numerus="yes">
        <source>Saved: answered within %n days</source>
        <translation>
            <numerusform>Saved: answered within %n day</numerusform>
            <numerusform>Saved: answered within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved: next reminder after %n days</source>
        <translation>
            <numerusform>Saved: next reminder after %n day</numerusform>
            <numerusform>Saved: next reminder after %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveList</name>
    <message numerus="yes">
        <source>%n rows saved in {0}</source>
        <translation>
            <numerusform>%n row saved in {0}</numerusform>
            <numerusform>%n rows saved in {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>{0} vehicles</source>
        <translation>
            <numerusform>{0} vehicle</numerusform>
            <numerusform>{0} vehicles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message numerus="yes">
        <source>%n texts saved</source>
        <translation>
            <numerusform>%n text saved</numerusform>
            <numerusform>%n texts saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VehiclesPage</name>
    <message numerus="yes">
        <source>%n vehicles</source>
        <translation>
            <numerusform>%n vehicle</numerusform>
            <numerusform>%n vehicles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatsAppDialog</name>
    <message numerus="yes">
        <source>%n messages marked as sent</source>
        <translation>
            <numerusform>%n message marked as sent</numerusform>
            <numerusform>%n messages marked as sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkOrdersPage</name>
    <message numerus="yes">
        <source>%n work orders</source>
        <translation>
            <numerusform>%n work order</numerusform>
            <numerusform>%n work orders</numerusform>
        </translation>
    </message>
</context>
</TS>
