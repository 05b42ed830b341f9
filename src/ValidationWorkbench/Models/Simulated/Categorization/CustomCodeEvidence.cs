namespace ValidationWorkbench.Models;

/// <summary>Wordings that speak for category 5: software written or programmed for this user.</summary>
internal static class CustomCodeEvidence
{
    public static IReadOnlyList<EvidenceRule> Rules { get; } =
    [
        new(5, 2.0, "it was written by or for the user",
            @"\b(self-?(written|made|compiled|programmed|developed|built)|home-?(made|grown|built)|bespoke|tailor-made|purpose-(built|"
            + @"written|made)|in-?house (developed|development|built|written|application|program\w*|software|tool|code)|"
            + @"developed in-?house|specially (programmed|written|developed|made)|one-off|hand-?(coded|written code))\b"),
        new(5, 1.7, "people outside the vendor's product line programmed it",
            @"\b(programmed|coded|wrote|writes?|written|developed|scripted|realised|built|created|made|maintained|prepar(ed|"
            + @"ing))\b[^.;\n]{0,25}\b(by|from|has|had)?\s?(an?|the|our|its|two|three|one|own|site'?s?|plant'?s?|department'?s?|former|"
            + @"freelance|local|informatics|external|automation)\b[^.;\n]{0,30}\b(developers?|programmers?|contractors?|engineers?|"
            + @"integrators?|colleagues?|scientists?|students?|trainee|administrators?|freelancer|statisticians?|chemists?|data team|"
            + @"automation team|it contact|it department|it team|analysts? who|staff member|machine builder)\b"),
        new(5, 1.4, "people outside the vendor's product line programmed it",
            @"\b(developers?|programmers?|contractors?|engineers?|integrators?|colleagues?|scientists?|students?|trainee|"
            + @"administrators?|freelancer|statisticians?|team|partner|consultant|i|he|she|they|who|has|have) (of ours |has |have |had |"
            + @"himself |herself |therefore |then |is |are |who ){0,4}(programmed|coded|wrote|writes?|written|developed|scripted|"
            + @"programming|coding|developing|building it)\b"),
        new(5, 1.6, "a programming language is used",
            @"\bpython\b|\bc#|\bc\+\+|\bjava\b(?! (run|vm))|\bjavascript\b|\btypescript\b|\bpowershell\b|\bperl\b|\bvba\b",
            @"\bvisual basic\b|\bmatlab\b|\bfortran\b|\bdelphi\b|\bpascal\b|\bphp\b|\babap\b|\bstructured text\b|\bladder( logic)?\b",
            @"\bshell scripts?\b|\bin sql\b|\bgraphical programming\b|\br scripts?\b|\bin r\b|\b\.net\b",
            @"\bgroovy\b|\bsas programs?\b"),
        new(5, 1.4, "scripts do the work",
            @"(?<!test |oq |iq |pq |qualification |validation |tests? )\bscripts?\b(?! (add-?on|hooks?|nodes?|slot))|\bscripted\b",
            @"\bscript (editor|functions?|language)\b|\bcustom functions?\b|\bscheduled jobs?\b",
            @"\bbatch files?\b|\bscripting\b"),
        new(5, 1.6, "macros do the work",
            @"\bmacros?\b(?! (recorder|editor))|\buser-defined functions?\b",
            @"\bprogram modules\b"),
        new(5, 1.6, "stored procedures hold the logic",
            @"\bstored procedures?\b|\bprocedures? (p|sp)_\w+|\bsp_\w+|\bdatabase triggers?\b",
            @"\bown (tables|queries|views|sql)\b|\bhand-?written (queries|sql)\b",
            @"\bsql (procedures?|scripts?|statements|queries|views)\b"),
        new(5, 1.0, "source code is kept",
            @"\bsource (code|texts?|files?|control|repository|is|in)\b|\bsources\b(?! of (error|data))",
            @"\b(program|programme|source|own|our|their|his|her|application|macro|written in) code\b|\bin code\b|\bcode of\b",
            @"\b(code|git|their|team'?s?|our|the|one) repository\b(?! of)|\bversion control\b|\bcommits?\b|\bpull requests?\b",
            @"\bmerg(e|ing)\b|\bbranches\b|\bcode (base|line)\b"),
        new(5, 1.1, "code is reviewed and unit-tested",
            @"\bcode (reviews?|inspection)\b|\bpeer reviews? (of each (parser|script|module|file))?|\b(unit|module) tests?\b",
            @"\bcoverage\b|\bcoding( standards?| guidelines?| rules?)?\b|\bprogramming (guideline|standard|rules)\b",
            @"\bstatic analysis\b|\b(second|another|independent) (developer|programmer|engineer|administrator)\b",
            @"\breview(ed)? (every line|line by line|of the altered)\b",
            @"\bdesign (description|document)s?\b[^.;\n]{0,30}\b(code|unit|module|program)\b",
            @"\bautomated tests\b"),
        new(5, 1.4, "the size of the code is stated",
            @"\b[\d,.]+ lines\b|\blines (in all|of (code|program|structured|script))\b|\b(hundred|thousand) lines\b"),
        new(5, 1.0, "programs are compiled or built",
            @"\bcompil(e|es|ed|ing)\b|\brecompil\w+|\bexecutable\b|\b(a|the) library in\b|\bdll\b",
            @"\bbuild (pipeline|instructions)\b|\bnew build\b|\bmain loop\b|\bblock diagrams?\b|\bwindows service\b"),
        new(5, 1.4, "custom parts are named",
            @"\bcustom[- ]?(made|built|written|coded|developed|code|program\w*|software|functions?|modules?|interfaces?|logic|"
            + @"applications?|development|scripts?|extensions?)\b",
            @"\bcustomer-specific (code|program|software|modules?)\b",
            @"\bown (program\w*|code|development|application|software|component|logic|solution)\b|\buser exits?\b|\bfunction group\b",
            @"\badd-?in written\b"),
        new(5, 1.0, "a development kit is used",
            @"\b(software )?development (kit|toolkit)\b|\btoolkit\b|\bsdk\b|\bdeveloper'?s? kit\b|\bown components?\b",
            @"\bprogramming interface\b"),
        new(5, 1.3, "logic was programmed into a controller",
            @"\b(plc|controller|control|sequence|interlock) (logic|program|code)\b[^.;\n]{0,50}\b(written|programmed|drafted|developed|created)\b",
            @"\b(logic|interlocks?|sequences?|program|programs|programme)\b[^.;\n]{0,40}\b(is|are|was|were|being) (drafted|written|"
            + @"programmed|developed|coded)\b",
            @"\bprogrammed\b|\bwrote the\b|\bown blocks\b|\bblocks of (our|its) own\b"),
        new(5, 1.3, "no product on the market does it",
            @"\bno (product|vendor|supplier|package)\b[^.;\n]{0,30}\b(market|sells|sold|offers|could|exists?|fits?|fitted)\b",
            @"\bnone of the (products|notebooks|packages|systems)\b|\bnothing comparable\b",
            @"\b(standard|product|catalogue)\b[^.;\n]{0,30}\b(does not offer|holds nothing|cannot|did not fit|offers no|has no)\b",
            @"\bno standard (connector|adapter|product)\b|\binstead of buying\b",
            @"\bno (second|sister|other) (one|installation|plant|copy)\b") { CanBeNegated = false },
        new(5, 1.0, "it was made for this one user",
            @"\bfor (us|this (contract|plant|site|building|store|loop|skid|line|one|transfer|purpose)|our (site|plant))\b",
            @"\bto our (interface|functional|own)? ?specification\b|\bsolely for\b|\bonly for this\b",
            @"\baccording to our (functional )?specification\b|\bon (our|the site's) request\b",
            @"\b(has|have|had) grown\b|\bleft the (company|firm|institute|site)\b|\bonly (person|one) who\b|\bwritten down nowhere\b",
            @"\bundocumented\b|\bmade to measure\b|\bto our order\b|\bexclusively for\b|\bour own\b"),
        new(5, 0.8, "developers maintain it",
            @"\bdevelopers?\b|\bprogrammers?\b|\bsoftware engineers?\b|\bweb framework\b|\bopen-?source (libraries|framework)\b",
            @"\bfront[- ]end\b|\bback[- ]end\b|\bserver side\b|\bsprints?\b|\buser stor(y|ies)\b|\bproduct owner\b",
            @"\bnumerical libraries\b|\balgorithms?\b|\bneural network\b",
            @"\btrained (model|on our)\b|\bdeploy(s|ed|ment)\b|\bdebug\w*\b|\bprototype\b|\bbug (fix\w*|list)\b",
            @"\bsoftware (house|firm|office|group)\b") { Limit = 3 },
        new(5, 0.9, "a spreadsheet or desktop database holds the logic",
            @"\b(work-?book|spread-?sheet|worksheet)s?\b[^.;\n]{0,60}\b(macros?|formulas?|formulae|calculat\w+|functions?)\b",
            @"\bnested (formulas?|if)\b|\bdesktop database\b|\bhidden sheets?\b|\bcell formulas?\b|\blook-?up formulas?\b",
            @"\bcalculation sheets?\b|\bformulas? (in|typed into|of) (the )?cells?\b|\bwe typed the formulas?\b",
            @"\b(his|her|our) (formulas?|sheet|workbook)\b") { Limit = 2 },
    ];
}
