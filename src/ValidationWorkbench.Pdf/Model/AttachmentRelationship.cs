namespace ValidationWorkbench.Pdf;

/// <summary>How an attached file stands to the document, named as in the file (ISO 19005-3, 6.8).</summary>
public enum AttachmentRelationship
{
    /// <summary>The document was made from it.</summary>
    Source,

    /// <summary>It holds the data behind what the document shows.</summary>
    Data,

    /// <summary>It adds to the document.</summary>
    Supplement,
}
