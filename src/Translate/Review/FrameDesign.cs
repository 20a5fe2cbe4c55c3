using ClosedXML.Excel;

namespace Translate.Review;

/// <summary>How our workbooks look: every sheet without rows, and one cell in every look on a sheet of samples.</summary>
static class FrameDesign
{
    static readonly XLColor s_headerFill = XLColor.FromHtml("#24476B");
    static readonly XLColor s_line = XLColor.FromHtml("#C9D3DD");

    /// <summary>The font of everything that has none of its own, and its size in points.</summary>
    public const string Font = "Arial";

    /// <inheritdoc cref="Font"/>
    public const int FontSize = 10;

    /// <summary>Makes the frame. The samples stand on one more sheet, in the order of <see cref="CellLook"/>.</summary>
    public static XLWorkbook Make(IReadOnlyList<SheetSpec> sheets, WorkbookFonts fonts, bool protect, int lastRow)
    {
        XLWorkbook workbook = new();
        workbook.Style.Font.FontName = Font;
        workbook.Style.Font.FontSize = FontSize;
        foreach (var spec in sheets) AddSheet(workbook, spec, protect, lastRow);
        var samples = workbook.AddWorksheet("samples");
        foreach (var look in Enum.GetValues<CellLook>()) Dress(samples.Cell(1, (int)look + 1), look, fonts);
        return workbook;
    }

    static void AddSheet(XLWorkbook workbook, SheetSpec spec, bool protect, int lastRow)
    {
        var sheet = workbook.AddWorksheet(spec.Name);
        for (var i = 0; i < spec.Columns.Count; i++)
        {
            sheet.Column(i + 1).Width = spec.Columns[i].Width;
            if (spec.Columns[i].Hidden) sheet.Column(i + 1).Hide();
        }

        if (spec.Kind == SheetKind.Data)
        {
            sheet.Visibility = XLWorksheetVisibility.VeryHidden;
            return;
        }

        SetUpPrint(sheet, spec);
        sheet.ShowGridLines = spec.Kind == SheetKind.Review;
        if (spec.Kind == SheetKind.Text) return;
        sheet.SheetView.FreezeRows(spec.HeaderRows);
        sheet.Range(spec.HeaderRows, 1, lastRow, spec.Columns.Count).SetAutoFilter();
        if (spec.Kind == SheetKind.Review) SetUpReview(sheet, spec, protect, lastRow);
    }

    static void SetUpPrint(IXLWorksheet sheet, SheetSpec spec)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = spec.Kind == SheetKind.Text ? XLPageOrientation.Portrait : XLPageOrientation.Landscape;
        page.FitToPages(1, 0);
        (page.Margins.Left, page.Margins.Right, page.Margins.Top, page.Margins.Bottom) = (0.2, 0.2, 0.3, 0.45);
        (page.Margins.Header, page.Margins.Footer) = (0.2, 0.25);
        if (spec.Kind != SheetKind.Text) page.SetRowsToRepeatAtTop(1, spec.HeaderRows);
        page.Footer.Left.AddText(XLHFPredefinedText.File);
        page.Footer.Center.AddText(XLHFPredefinedText.SheetName);
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(" / ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    static void SetUpReview(IXLWorksheet sheet, SheetSpec spec, bool protect, int lastRow)
    {
        var column = 1 + spec.Columns.ToList().FindIndex(column => column.Name == ReviewColumns.Status);
        var range = sheet.Range(spec.HeaderRows + 1, column, lastRow, column);
        var list = range.SetDataValidation();
        list.List($"\"{string.Join(',', ReviewColumns.Words)}\"", true);
        list.IgnoreBlanks = true;
        list.ErrorStyle = XLErrorStyle.Stop;
        list.ErrorTitle = "Status";
        list.ErrorMessage = $"One of: {string.Join(", ", ReviewColumns.Words)}. 请从列表中选择。";
        foreach (var status in Enum.GetValues<SegmentStatus>())
        {
            var (fill, ink) = StatusColors(status);
            var style = range.AddConditionalFormat().WhenEquals(ReviewColumns.Word(status));
            style.Fill.SetBackgroundColor(XLColor.FromHtml(fill));
            style.Font.SetFontColor(XLColor.FromHtml(ink));
        }

        if (!protect) return;
        var protection = sheet.Protect("");
        protection.AllowElement(XLSheetProtectionElements.FormatCells | XLSheetProtectionElements.FormatColumns
            | XLSheetProtectionElements.FormatRows | XLSheetProtectionElements.AutoFilter | XLSheetProtectionElements.Sort);
    }

    static (string Fill, string Ink) StatusColors(SegmentStatus status) => status switch
    {
        SegmentStatus.Todo => ("#FFE3DE", "#8C1D0F"),
        SegmentStatus.Draft => ("#EEF1F4", "#44505C"),
        SegmentStatus.Edited => ("#DCEBFA", "#14487A"),
        SegmentStatus.Approved => ("#DDF2E0", "#1B5E2B"),
        SegmentStatus.Rejected => ("#F6CFCB", "#7A0F0A"),
        SegmentStatus.Question => ("#FFF0C2", "#6B4E00"),
        _ => ("#E6E6E6", "#6A6A6A"),
    };

    static void Dress(IXLCell cell, CellLook look, WorkbookFonts fonts)
    {
        // ClosedXML leaves out cells that hold nothing and look like the default.
        cell.SetValue(look.ToString());
        var style = cell.Style;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        style.Alignment.WrapText = true;
        var font = look switch
        {
            CellLook.Source => fonts.Source,
            CellLook.Target or CellLook.Hidden => fonts.Target,
            CellLook.GuideChinese => fonts.Chinese,
            CellLook.Number or CellLook.Figure or CellLook.Share or CellLook.GuideEnglish => WorkbookFont.For("en"),
            _ => fonts.Mixed,
        };
        style.Font.FontName = font.Name;
        style.Font.FontCharSet = font.CharSet;
        style.Font.FontSize = look is CellLook.Source or CellLook.Target ? 11 : 10;
        if (look is not (CellLook.Number or CellLook.Figure or CellLook.Share)) style.NumberFormat.Format = "@";
        if (look is not (CellLook.Title or CellLook.Section or CellLook.GuideWord or CellLook.GuideEnglish or CellLook.GuideChinese))
            style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(s_line);
        Color(style, look);
    }

    static void Color(IXLStyle style, CellLook look)
    {
        switch (look)
        {
            case CellLook.Header:
                style.Fill.SetBackgroundColor(s_headerFill).Font.SetFontColor(XLColor.White).Font.SetBold();
                style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
                break;
            case CellLook.Number:
                style.Font.SetFontColor(XLColor.FromHtml("#707070"));
                style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1);
                break;
            case CellLook.Quiet:
                style.Font.SetFontColor(XLColor.FromHtml("#606060"));
                break;
            case CellLook.Source:
                style.Fill.SetBackgroundColor(XLColor.FromHtml("#F7F9FB"));
                break;
            case CellLook.Target or CellLook.Comment or CellLook.Status:
                style.Protection.Locked = false;
                break;
            case CellLook.Information:
                style.Fill.SetBackgroundColor(XLColor.FromHtml("#EAF1F8"));
                break;
            case CellLook.Warning:
                style.Fill.SetBackgroundColor(XLColor.FromHtml("#FFF3D6"));
                break;
            case CellLook.Error:
                style.Fill.SetBackgroundColor(XLColor.FromHtml("#FBE0DD"));
                break;
            case CellLook.Title:
                style.Font.SetFontSize(16).Font.SetBold().Font.SetFontColor(s_headerFill);
                style.Alignment.WrapText = false;
                break;
            case CellLook.Section:
                style.Font.SetFontSize(12).Font.SetBold().Font.SetFontColor(s_headerFill);
                style.Border.SetBottomBorder(XLBorderStyleValues.Medium).Border.SetBottomBorderColor(s_headerFill);
                style.Alignment.WrapText = false;
                break;
            case CellLook.Label or CellLook.GuideWord:
                style.Font.SetBold();
                break;
            case CellLook.Value:
                style.Alignment.WrapText = false;
                break;
            case CellLook.Figure:
                style.NumberFormat.Format = "#,##0";
                style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1);
                break;
            case CellLook.Share:
                style.NumberFormat.Format = "0%";
                style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1);
                break;
            case CellLook.Link:
                style.Font.SetFontColor(XLColor.FromHtml("#0B5CAD")).Font.SetUnderline();
                break;
        }

        if (look == CellLook.Status) style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
    }
}
