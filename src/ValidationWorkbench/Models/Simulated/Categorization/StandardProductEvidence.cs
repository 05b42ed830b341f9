namespace ValidationWorkbench.Models;

/// <summary>Wordings that speak for category 3: a product used as supplied, in which only run-time parameters are entered.</summary>
internal static class StandardProductEvidence
{
    public static IReadOnlyList<EvidenceRule> Rules { get; } =
    [
        new(3, 1.3, "it is used as supplied",
            @"\b(as|in the state) (delivered|supplied|shipped|marketed|bought|purchased|received|they are|it is|it comes|sold)\b",
            @"\bas-is\b|\bout[- ]of[- ]the[- ]box\b|\boff[- ]the[- ]shelf\b|\bready[- ](to[- ]use|made product)\b|\bunmodified\b",
            @"\bsold unchanged\b|\bused (unchanged|without (change|modification|adaptation))\b|\bordered from the catalogue\b",
            @"\bseries (machine|product|device)s?\b",
            @"\bstandard (device|model|instrument|controller|version|package|software|apparatus)\b|\bjust as it (comes|came)\b",
            @"\bthe way it comes\b|\bleft (untouched|unchanged|alone|as (it )?(is|was))\b",
            @"\b(catalogue|shop|stock) (item|product|article|device)\b|\bcommercially available\b|\bmass[- ]produced\b",
            @"\bno modifications?\b|\bruns as installed\b|\bplug(s|ged)? (it |them )?in\b|\bthe (same|one) version\b",
            @"\bonly one (version|edition|variant)\b"),
        new(3, 0.8, "every customer has the same",
            @"\bsame (for|as|release|build|version|software|program\w*|in)\b[^.;\n]{0,30}\b(every|all|each|other) ?(customers?|"
            + @"buyers?|machine|clients?|users?|units?)?\b",
            @"\b(every|each|all) (customers?|buyers?)\b|\bother customers\b|\bone (installer|build|release) for all\b",
            @"\bidentical (build|for|in every|in all)\b|\bno site-specific\b") { CanBeNegated = false },
        new(3, 0.9, "defaults are kept",
            @"\bdefault (options|settings|choices|values)\b|\b(supplier|vendor|maker|manufacturer)'?s'? defaults\b",
            @"\bfactory (settings?|defaults?|set)\b|\bpre-?set\b|\bpre-?installed\b"),
        new(3, 1.1, "functions are fixed by the maker",
            @"\b(given|laid down|determined|fixed|set|defined|prescribed|preset) by (the|its) (maker|manufacturer|supplier|vendor)\b",
            @"\b(maker|manufacturer|supplier|vendor)'s (internal|fixed|built-in|own logic|fixed-function|pdf|fixed controller)\b",
            @"\bfixed (function\w*|sequence|report|layout|levels?|roles?|set|list|dialogue|job|cycles?|programmes?|methods?|formulas?)\b",
            @"\b(two|three|four) fixed\b|\bbuilt[- ]in\b|\bhard-?wired\b|\bfactory-made\b",
            @"\b(levels?|sequence|report|layout|calculation\w*|formula\w*|methods?)\b[^.;\n]{0,25}\b(is|are) fixed\b"),
        new(3, 1.0, "functions cannot be altered",
            @"\b(cannot|can not|can't|could not|may not|never|nor|not) be (altered|changed|modified|influenced|edited|reached|"
            + @"extended|adapted|rearranged|reprogrammed)\b",
            @"\bnot (alterable|accessible|changeable|visible|adaptable|modifiable)\b|\bcannot (alter|change|modify|edit|add)\b",
            @"\bno access to (the )?(software|program|formulas?)\b|\bprotected against change\b|\bhave no access\b") { CanBeNegated = false },
        new(3, 1.8, "nothing but parameters can be set",
            @"\b(nothing|there is nothing) (else|more|further|is|was|can be|could be|to be)\b[^.;\n]{0,30}\b(set|configured|entered|"
            + @"reached|programmed|adapted|altered|adjusted|changed|influenced)\b",
            @"\bno (other|further) (settings|screens|options|adaptation|parameters)\b|\bthat'?s it\b|\bthat is all\b|\bnothing else\b",
            @"\bno adaptation\b|\bno (customer|user|site)[- ]specific (version|edition|settings)\b",
            @"\bneither an? [^.;\n]{3,30} nor [^.;\n]{3,40}\b(exists?|available|offered)\b",
            @"\b(exists?|contains?|has|have|offers?) (neither|no) [^.;\n]{0,30}(designer|editor|macro|template|programming|scripting|"
            + @"formula|workflow)") { CanBeNegated = false, Limit = 2 },
        new(3, 1.2, "values are typed in",
            @"\b(enter(s|ed|ing)?|typ(es?|ed|ing)( in)?|key(s|ed)?( in)?|keyed|input|dialled|filled in|"
            + @"put in)\b[^.;\n]{0,70}\b(limits?|intervals?|address(es)?|names?|passwords?|numbers?|headers?|logo|delay|port|"
            + @"wavelengths?|time ?zone|language|thresholds?|set ?points?|values?|accounts?|capacity|range|licence key|height|weight|"
            + @"date)\b",
            @"\b(limits?|intervals?|address(es)?|names?|passwords?|numbers?|headers?|logo|set ?points?|values?|"
            + @"range)\b[^.;\n]{0,40}\b(is|are|were|was) (entered|typed|keyed)\b"),
        new(3, 0.45, "run-time parameters",
            @"\b(alarm|warning|acceptance|specification|upper and lower|upper or lower|low-low|display) (and alarm )?(limits?|range)\b",
            @"\bset ?points?\b|\b(sampling|recording|logging|measuring) interval\b|\b(network|ip|bus|mail) address\b|\bbaud\b",
            @"\bserial (port|number)s?\b|\btime ?zone\b|\bsummer[- ]?time\b|\b(report|print|page) header\b|\bheader text\b|\blogo\b",
            @"\blicen[cs]e key\b|\baccess codes?\b|\bpin\b|\bunit number\b|\btime-?out\b|\bdecimal (places|point)\b|\balarm delay\b",
            @"\bstart delay\b|\bfooter\b|\bresolution\b|\bdate format\b",
            @"\btelephone numbers?\b|\b(channel|room|operator|user|sensor|printer|station) names?\b",
            @"\bname of (the )?(site|room|user|operator|folder)\b|\btarget folder\b|\bpaper size\b|\bpasswords?\b|\btolerances?\b",
            @"\bthresholds?\b") { Limit = 6 },
        new(3, 0.4, "an instrument or device",
            @"\binstruments?\b|\bdevices?\b|\bsensors?\b|\brecorders?\b|\bloggers?\b|\bbalances?\b|\bscanners?\b|\bmeters?\b",
            @"\banalysers?\b|\bintegrity tester\b|\bspectro\w+|\bspirometer\b|\bfreezers?\b|\bincubators?\b|\bterminals?\b",
            @"\btransmitters?\b|\bkey ?pad\b|\bwall (unit|panel)s?\b|\btouch panel\b|\bfront panel\b|\bprobe\b|\bscales?\b",
            @"\bcalibrat(ed|ion|es)\b|\btitrators?\b|\bmicroscopes?\b|\bcentrifuge\b|\bpipett\w+|\bwashers?\b|\bautoclaves?\b",
            @"\brefrigerators?\b|\bfridges?\b|\bthermometers?\b|\bgauges?\b|\breaders?\b|\bcameras?\b|\bdetectors?\b|\blabellers?\b",
            @"\bprinters?\b|\bovens?\b|\bchambers?\b|\b(hygro|mano|densito|colori|photo|polari|visco|osmo|refracto|flow)meters?\b",
            @"\bcounters?\b|\bhand-?held\b|\bapparatus\b|\bmedical device\b") { Limit = 4 },
        new(3, 0.8, "fixed firmware",
            @"\bfirmware\b|\bembedded (software|program)\b|\binternal software\b|\bversion (is )?(shown|printed|displayed)\b",
            @"\b(version|update\w*)\b[^.;\n]{0,40}\bby the maker\b|\b(maker|manufacturer|supplier)'s service\b",
            @"\bservice (technician|engineer|menu|dongle)\b"),
        new(3, 0.7, "a stand-alone packaged program",
            @"\bstand-?alone\b|\bdesktop\b(?! database)|\binstaller\b",
            @"\bsold (to|in|for)\b|\bpackaged (utility|program\w*|software)\b",
            @"\binstalled by the (supplier|maker|manufacturer|vendor)\b|\bone licence\b|\bsetup program\b|\bset-up program\b",
            @"\bcompanion software\b|\bcomes with (it|them|the (device|instrument|unit|machine))\b",
            @"\b(commercial|standard) (program(me)?|utility|software package)\b|\bmanual of the\b|\bleaflet\b",
            @"\bdescribed in the manual\b|\bbasic edition\b|\bstandard edition\b") { Limit = 2 },
        new(3, 1.0, "it is selected from what is there",
            @"\b(selected|chosen|picked|picks?|selects?) from (the )?(list|menus?|drop-?down)\b|\bfrom the menus?\b",
            @"\bmerely (switched on|ticked|selected)\b|\bonly (the )?(settings|inputs?|entries|things?)\b",
            @"\bthe only (inputs?|settings?|entries)\b|\bsettings? (on|of|at) (each|the (panel|unit|device))\b",
            @"\bset at the (keypad|panel|unit)\b|\bmenu\b[^.;\n]{0,25}\bconfiguration\b|\bconfiguration (mode|menu|sheet)\b") { Limit = 2 },
    ];
}
