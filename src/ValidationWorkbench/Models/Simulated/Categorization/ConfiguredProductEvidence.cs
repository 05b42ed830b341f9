namespace ValidationWorkbench.Models;

/// <summary>Wordings that speak for category 4: a product whose behaviour is set up for the user's process with the vendor's own tools.</summary>
internal static class ConfiguredProductEvidence
{
    public static IReadOnlyList<EvidenceRule> Rules { get; } =
    [
        new(4, 1.8, "behaviour is set up in the vendor's tools",
            @"\b(flow|route|routing|path|form|page|report|screen|workflow|life ?cycle|sequence|rule|recipe|field|policy|method|table|"
            + @"metadata|process|queue|template|graphical|mapping|set-?up|model(l)?ing|decision|formula|label|study|event|block|"
            + @"configuration|dashboard|status|catalogue|document|alarm|class|entity|spec\w*)( and [a-z-]+)? (designers?|editors?|"
            + @"builders?|composers?|modell?ers?|wizards?|managers?|studio|workbench|console|module|screens?|palette|canvas|matrix|"
            + @"painter|tools?)\b"),
        new(4, 1.1, "the product's own configuration tool is used",
            @"\bdesigners?\b(?! department)|\bstudio\b|\bbuilder\b|\bworkbench\b|\bmodell?ers?\b|\bcomposer\b|\bconfigurator\b",
            @"\b(administration|admin|set-?up|configuration) (cent(re|er)|console|area|tools?|screens?|client|menus?)\b",
            @"\bimplementation guide\b",
            @"\b(vendor|supplier|product|maker|provider|suite|module)'s (own )?(configuration |standard |administration )?(tools?|"
            + @"editors?|designer|consultants?|editor)\b",
            @"\bdelivered tools?\b|\bconsole of the\b|\bwith (the )?tools? (of|delivered with|that come)"),
        new(4, 0.9, "processes are drawn, modelled or assembled",
            @"\b(draws?|drawn|drew|drag(s|ged|ging)?|assembl(es?|ed|ing)|lays? (down|out)|laid (down|out)|lay out|model(s|led|ing|"
            + @"ling)?|arranged?|tailor(s|ed|ing)?|compos(es?|ed|ing)|shap(es?|ed|ing)|instantiat\w+|mapp(ed|ing)|puts? together|"
            + @"put together|adapted to|modelled)\b") { Limit = 5 },
        new(4, 1.0, "it is set up or configured for the process",
            @"\b(set|sets|setting) up\b[^.;\n]{0,60}\b(in|with|by|as|for)\b|\bconfigur(ed|ing|es?) (for|to|in|by|with|as)\b",
            @"\bconfigur(ed|ing|able|es?|ation)\b|\bcustomising\b|\bparameteri[sz](ed|ation)\b|\bcustomizing\b",
            @"\bset-up (specification|record)\b|\bconfiguration (specification|baseline|items?|record)\b") { Limit = 4 },
        new(4, 1.4, "workflows and approval routes follow the firm's process",
            @"\bwork-?flows?\b",
            @"\b(approval|review|confirmation|escalation|release|signature|sign-?off|signing|closure) (path|route|routing|sequence|"
            + @"flow|polic\w+|order|rules?|steps?|loops?|matrix)\b",
            @"\bescalat(es?|ion|ions)\b|\btriage\b|\brouting\b|\bpaths?\b[^.;\n]{0,30}\b(branch\w*|closure|approval|deviation)\b",
            @"\breturn paths?\b|\btwo-(person|step|reviewer)\b[^.;\n]{0,20}\b(release|sign-off|route|approval)?\b|\bfour-eyes\b",
            @"\bcountersign\w*") { Limit = 4 },
        new(4, 1.0, "states, transitions and life cycles are defined",
            @"\bstatus (model|matrix|chain|transitions?|changes|network|scheme)\b|\btransitions?\b|\blife ?cycles?\b",
            @"\bstates?\b[^.;\n]{0,50}\b(registered|review|approved|draft|open|closed|inserted|pass)\b",
            @"\b(additional|new|extra) (state|status|step|stage)\b|\bstages?\b") { Limit = 3 },
        new(4, 0.8, "rules and decision tables are entered",
            @"\b(rule|decision|option|sequence|rules) (sets?|tables?|sheets?|screens?)\b|\bbusiness rules?\b",
            @"\b(assignment|routing|reporting|capture|completeness|determination|notification|escalation|placement|put-away|"
            + @"strateg\w+|market|dispensing|resupply|sampling|release|hold) (rules?|strateg(y|ies)|criteria|schemes?)\b",
            @"\brules?\b[^.;\n]{0,40}\b(entered|defined|maintained|set|created|chosen)\b|\bthresholds? (for|below)\b|\bstrategies\b") { Limit = 3 },
        new(4, 0.7, "forms and fields are arranged",
            @"\bforms?\b[^.;\n]{0,40}\b(composed|assembled|built|created|fields?|own|per kind|designed)\b",
            @"\b(mandatory|obligatory|compulsory|custom|calculated|additional|conditional|entry) (fields?|sections?|attributes?)\b",
            @"\bfields?\b[^.;\n]{0,40}\b(mandatory|compulsory|obligatory|hidden|appear|dragged|declared|needed per)\b|\battributes?\b",
            @"\bentry screens\b|\b(check|pick|reason|value) lists?\b") { Limit = 3 },
        new(4, 0.7, "templates and types are created in the product",
            @"\btemplates?\b",
            @"\b(document|object|record|material|sample|deliverable|job|ticket|study|event|product) (types?|class(es)?|profiles?|families|kinds?)\b",
            @"\bdata model\b") { Limit = 3 },
        new(4, 0.5, "roles and rights are defined",
            @"\b(user |job |study )?roles?\b|\brole (model|profiles?|matrix|concept|editor)\b|\bprivileges\b",
            @"\brights? (matrix|concept|profile)\b|\bresponsibility matrix\b") { Limit = 3 },
        new(4, 1.3, "recipes are built with the delivered phases",
            @"\b(master |batch )?recipes?\b[^.;\n]{0,60}\b(built|put together|created|edited|phases|editor|composed|assembled)\b",
            @"\b(standard|delivered|released|vendor|library|process|building|standard function) (modules|module types|blocks|phases|"
            + @"building blocks|templates)\b",
            @"\bmodule library\b|\blibrary (modules|blocks)\b|\bphase library\b|\bmaster batch records?\b"),
        new(4, 1.2, "settings are exported and moved between environments",
            @"\btransport(s|ed)? (tool|function|request)\b",
            @"\b(moved|carried|transported|transferred|promoted)\b[^.;\n]{0,50}\b(test|sandbox|development|quality|"
            + @"validation)\b[^.;\n]{0,30}\bproduction\b",
            @"\bsandbox\b",
            @"\bexport(ed|s)?\b[^.;\n]{0,50}\b(baseline|version control|controlled item|reviewed|rule set|workbench|settings)\b",
            @"\b(rule set|settings|studio|workbench|configuration) export\b|\bpreview (tenant|environment)\b"),
        new(4, 0.6, "a commercial suite or service used by many firms",
            @"\bmulti-?tenant\b|\btenants?\b|\bsubscri(bes?|ption)\b|\bhosted\b|\bsuite\b|\brented\b|\bleased\b|\bplatform release\b",
            @"\b(used|leased|licensed) by (many|about|some|several)\b|\bcommercial (product|package|system|platform|safety)\b",
            @"\bmarketed (product|service)\b|\bstandard release\b|\bpurchased (product|service|laboratory|system|suite)\b") { Limit = 2 },
        new(4, 0.6, "key users and consultants do the set-up",
            @"\bkey users?\b|\bprocess owners?\b|\bbusiness (administrators?|analysts?)\b",
            @"\b(vendor|supplier|provider|maker|application|module|implementation|partner)'?s? (application )?consultants?\b",
            @"\badministrators? of the company\b|\btemplate authors?\b|\bstudy (designers?|manager)\b|\bworkshops?\b") { Limit = 2 },
        new(4, 1.1, "it follows the firm's own procedure",
            @"\b(to|from|follows?|following|mirrors?|match(es)?|per|in line with|according to|suit) (our|the|their|its|"
            + @"site)?\s?(own )?(sops?|site procedure|work instruction|process description|business process|quality process|"
            + @"alarm philosophy|responsibility matrix)\b",
            @"\bsops? [a-z]+-?\d+\b|\bderived from\b|\bto (our|the|its) (own )?(process|procedure)\b",
            @"\bfollow(s|ed)? sop\b"),
        new(4, 0.9, "standard connectors are switched on",
            @"\b(standard|catalogue|certified|supplied|ready-made|vendor'?s|delivered|listed) (connectors?|adapters?|adaptors?|"
            + @"interfaces?|imports?|gateway|connections?)\b",
            @"\b(connectors?|adapters?|adaptors?)\b[^.;\n]{0,40}\b(price list|catalogue|list|standard|belongs?)\b",
            @"\bstandard functions?\b|\bstandard (nodes|modules?|approval module|fields)\b") { Limit = 2 },
    ];
}
