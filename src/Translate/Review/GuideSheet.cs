using System.Reflection;

namespace Translate.Review;

/// <summary>How to review, in both languages; the text stands in <c>Guide.txt</c>.</summary>
static class GuideSheet
{
    static readonly List<string[]> s_lines = Read();

    /// <summary>Its columns.</summary>
    public static SheetSpec Spec { get; } = new("Guide", SheetKind.Text, [new("", 14), new("", 60), new("", 56)]);

    /// <summary>Its rows.</summary>
    public static SheetRows Rows { get; } = new(s_lines.Count, writer =>
    {
        foreach (var line in s_lines) Write(writer, line);
    });

    static void Write(SheetWriter writer, string[] line)
    {
        if (line[0] == "#")
        {
            writer.StartRow(28);
            writer.Cell(CellLook.Section, line[1]);
            writer.Cell(CellLook.Section, "");
            writer.Cell(CellLook.Section, line[2]);
        }
        else
        {
            writer.StartRow(TextLayout.Height(Math.Max(TextLayout.Lines(line[1], Spec.Width(1)), TextLayout.Lines(line[2], Spec.Width(2)))) + 3);
            writer.Cell(CellLook.GuideWord, line[0]);
            writer.Cell(CellLook.GuideEnglish, line[1]);
            writer.Cell(CellLook.GuideChinese, line[2]);
        }

        writer.EndRow();
    }

    static List<string[]> Read()
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("review/Guide.txt")!);
        List<string[]> lines = [];
        while (reader.ReadLine() is { } line)
            if (line.Split('|', StringSplitOptions.TrimEntries) is [_, _, _] parts && (parts[0] == "#" || lines.Count > 0))
                lines.Add(parts);
        return lines;
    }
}
