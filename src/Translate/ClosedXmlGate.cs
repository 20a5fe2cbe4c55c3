namespace Translate;

/// <summary>Lets one thread at a time make a workbook with ClosedXML.</summary>
/// <remarks>
/// ClosedXML 0.95 keeps the styles of all workbooks of the process in one table of weak references. When two threads style
/// cells while the collector takes an entry, <c>XLRepositoryBase.Store</c> loops without end: a run stood still at the last
/// of 200 articles, one thread busy in it.
/// </remarks>
static class ClosedXmlGate
{
    /// <summary>Held from the first style that is set until the workbook is saved.</summary>
    public static readonly Lock Gate = new();
}
