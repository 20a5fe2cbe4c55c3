namespace Translate.Review;

/// <summary>One column of a sheet.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Width">In characters.</param>
/// <param name="Hidden">Whether people see it.</param>
sealed record ColumnSpec(string Name, double Width, bool Hidden = false);

/// <summary>What kind of sheet the frame makes.</summary>
enum SheetKind
{
    /// <summary>A table that translators work in: header frozen, filter on, drop-down and colours for Status.</summary>
    Review,

    /// <summary>A table to read: header frozen, filter on.</summary>
    Table,

    /// <summary>Free rows without header.</summary>
    Text,

    /// <summary>Rows for this program alone; people do not see the sheet.</summary>
    Data,
}

/// <summary>A sheet as the frame makes it, before any row is in it.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="Kind">What kind of sheet it is.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="HeaderRows">Rows above the data that stay in view and are repeated on every printed page.</param>
sealed record SheetSpec(string Name, SheetKind Kind, IReadOnlyList<ColumnSpec> Columns, int HeaderRows = 1)
{
    /// <summary>Width of a column, by its place from 0.</summary>
    public double Width(int column) => Columns[column].Width;

    /// <summary>Writes the header row.</summary>
    public void WriteHeader(SheetWriter writer)
    {
        writer.StartRow(24);
        foreach (var column in Columns) writer.Cell(CellLook.Header, column.Name);
        writer.EndRow();
    }
}
