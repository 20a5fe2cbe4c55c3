using System.Text.Json;

namespace Translate.Tests.Cli;

/// <summary>The parts of the SARIF 2.1.0 schema that concern us: known and required properties (its objects admit no others), types, ranges.</summary>
/// <remarks>Sections 3.13 (log), 3.14 (run), 3.19 (toolComponent), 3.27 (result), 3.28 to 3.30 (location, physicalLocation, region) of the OASIS standard.</remarks>
static class SarifRules
{
    static readonly Dictionary<string, (string[] Known, string[] Required)> s_objects = new()
    {
        ["log"] = (["$schema", "version", "runs"], ["version", "runs"]),
        ["run"] = (["tool", "columnKind", "results"], ["tool"]),
        ["tool"] = (["driver"], ["driver"]),
        ["driver"] = (["name", "version", "rules"], ["name"]),
        ["rule"] = (["id", "shortDescription"], ["id"]),
        ["message"] = (["text"], ["text"]),
        ["result"] = (["ruleId", "ruleIndex", "level", "message", "occurrenceCount", "locations", "relatedLocations"], ["message"]),
        ["location"] = (["id", "physicalLocation", "logicalLocations"], []),
        ["physicalLocation"] = (["artifactLocation", "region"], ["artifactLocation"]),
        ["artifactLocation"] = (["uri"], ["uri"]),
        ["region"] = (["startLine"], ["startLine"]),
        ["logicalLocation"] = (["name", "kind"], []),
    };

    public static void Check(JsonElement log)
    {
        Look(log, "log");
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        foreach (var run in log.GetProperty("runs").EnumerateArray())
        {
            Look(run, "run");
            Assert.Contains(run.GetProperty("columnKind").GetString(), (string[])["utf16CodeUnits", "unicodeCodePoints"]);
            Look(run.GetProperty("tool"), "tool");
            var driver = run.GetProperty("tool").GetProperty("driver");
            Look(driver, "driver");
            var rules = driver.GetProperty("rules").EnumerateArray().ToList();
            Assert.Distinct(rules.Select(rule => rule.GetProperty("id").GetString()));
            Assert.All(rules, rule => Look(rule, "rule"));
            Assert.All(rules, rule => Look(rule.GetProperty("shortDescription"), "message"));
            foreach (var result in run.GetProperty("results").EnumerateArray()) Result(result, rules);
        }
    }

    static void Result(JsonElement result, List<JsonElement> rules)
    {
        Look(result, "result");
        Look(result.GetProperty("message"), "message");
        Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), (string[])["none", "note", "warning", "error"]);
        Assert.True(result.GetProperty("occurrenceCount").GetInt32() >= 1);
        foreach (var location in result.GetProperty("locations").EnumerateArray().Concat(result.GetProperty("relatedLocations").EnumerateArray()))
        {
            Look(location, "location");
            Assert.True(location.GetProperty("id").GetInt32() >= -1);
            var place = location.GetProperty("physicalLocation");
            Look(place, "physicalLocation");
            Look(place.GetProperty("artifactLocation"), "artifactLocation");
            Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute));
            Look(place.GetProperty("region"), "region");
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
            foreach (var logical in location.GetProperty("logicalLocations").EnumerateArray()) Look(logical, "logicalLocation");
        }
    }

    static void Look(JsonElement element, string kind)
    {
        var (known, required) = s_objects[kind];
        var names = element.EnumerateObject().Select(property => property.Name).ToList();
        Assert.Subset(known.ToHashSet(), names.ToHashSet());
        Assert.All(required, name => Assert.Contains(name, names));
    }
}
