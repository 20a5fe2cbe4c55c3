using System.Xml;
using System.Xml.Schema;
using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>The published schemas of XLIFF (Debian package php-symfony-translation carries them) judge our files in the long run: TRANSLATE_LONG=1.</summary>
public class SchemaTests
{
    const string Folder = "/usr/share/php/Symfony/Component/Translation/Resources/schemas";

    [Theory]
    [InlineData(XliffVersion.V12, "xliff-core-1.2-strict.xsd")]
    [InlineData(XliffVersion.V21, "xliff-core-2.0.xsd")] // 2.1 kept the core schema of 2.0
    public void A_random_article_is_valid(XliffVersion version, string schema)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("TRANSLATE_LONG") == "1", "only in the long run: TRANSLATE_LONG=1");
        var path = Path.Combine(Folder, schema);
        Assert.SkipUnless(File.Exists(path), $"{path} is not there (Debian package php-symfony-translation)");
        using var written = Written(version);
        List<string> faults = [];
        XmlReaderSettings settings = new()
        {
            ValidationType = ValidationType.Schema,
            // A warning says that an element was not checked at all.
            ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.ReportValidationWarnings,
            XmlResolver = null,
            Schemas = Schemas(path),
        };
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);

        using var xml = XmlReader.Create(written, settings);
        while (xml.Read()) { }

        Assert.Empty(faults);
    }

    static MemoryStream Written(XliffVersion version)
    {
        InterchangeMill mill = new(7);
        MemoryStream stream = new();
        Xliff.Write(stream, [mill.Article("a.md", 2000), mill.Article("empty.md", 0)], version);
        stream.Position = 0;
        return stream;
    }

    static XmlSchemaSet Schemas(string path)
    {
        // Both import the schema of xml:lang and xml:space from elsewhere; it lies beside them, and nothing is fetched.
        XmlSchemaSet schemas = new() { XmlResolver = null };
        foreach (var file in (string[])[Path.Combine(Folder, "xml.xsd"), path])
        {
            using var xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            schemas.Add(null, xml);
        }

        return schemas;
    }
}
