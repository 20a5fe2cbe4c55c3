// Quality figures on text nobody tuned to. Each subject prints a table; docs/quality.md keeps the tables with their dates.
return args.FirstOrDefault() switch
{
    "checks" => ChecksEvaluation.Run(args),
    "text" => TextEvaluation.Run(args),
    "glossary" => GlossaryEvaluation.Run(args),
    "repair" => RepairEvaluation.Run(args),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project tests/Translate.Evaluation -- <text|repair|glossary|checks>");
    return 2;
}
