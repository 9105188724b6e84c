namespace SocialShares.Adapters.RuleFiles;

/// <summary>Reads which questions an applicant answers first.</summary>
internal static class SuitabilityReader
{
    public static SuitabilityRules Read(RuleFields fields) =>
        RulePackReader.Whole(
            fields,
            new SuitabilityRules(
                Test(fields.Inner("knowledgeTest")),
                Simulation(fields.Inner("lossSimulation")),
                Warning(fields.Inner("investmentWarning"))
            )
        );

    private static KnowledgeTestRules Test(RuleFields fields)
    {
        var read = new KnowledgeTestRules(
            (int)fields.Whole("validMonths", 1, 120),
            (int)fields.Whole("passPercent", 1, 100),
            [.. fields.Objects("questions").Select(Question)],
            RulePackReader.Source(fields)
        );
        fields.Done();
        if (read.Questions.Count == 0)
            throw fields.Wrong(fields.LineOf("questions"), "a knowledge test needs at least one question");
        RequireUnique(fields, "questions", read.Questions.Select(q => q.Key));
        return read;
    }

    private static KnowledgeQuestion Question(RuleFields fields)
    {
        var read = new KnowledgeQuestion(
            Key(fields),
            Text(fields),
            RulePackReader.Local(fields.Inner("explanation")),
            [.. fields.Objects("choices").Select(Choice)]
        );
        fields.Done();
        var right = read.Choices.Count(c => c.IsRight);
        if (read.Choices.Count < 2 || right != 1)
            throw fields.Wrong(
                fields.LineOf("choices"),
                $"a question needs at least two choices, one of them right; this one has {read.Choices.Count}, {right} of them right"
            );
        RequireUnique(fields, "choices", read.Choices.Select(c => c.Key));
        return read;
    }

    private static KnowledgeChoice Choice(RuleFields fields) =>
        RulePackReader.Whole(fields, new KnowledgeChoice(Key(fields), Text(fields), fields.MaybeFlag("right")));

    private static LossSimulationRules Simulation(RuleFields fields) =>
        RulePackReader.Whole(
            fields,
            new LossSimulationRules(
                (int)fields.Whole("shareOfNetWorthPpm", 1, Rate.Whole),
                RulePackReader.Source(fields)
            )
        );

    private static InvestmentWarningRule Warning(RuleFields fields) =>
        RulePackReader.Whole(
            fields,
            new InvestmentWarningRule(
                fields.Whole("aboveMinor", 1, Http.FieldRules.LargestMinor),
                RulePackReader.CurrencyOf(fields),
                (int)fields.Whole("orShareOfNetWorthPpm", 1, Rate.Whole),
                RulePackReader.Source(fields)
            )
        );

    // Its own fields beside others, so that a question reads well.
    private static LocalText Text(RuleFields fields) => new(fields.Text("en"), fields.Text("nl"));

    private static string Key(RuleFields fields)
    {
        var key = fields.Text("key");
        return key.Length <= 30 ? key : throw fields.Wrong(fields.LineOf("key"), "a key has at most 30 characters");
    }

    private static void RequireUnique(RuleFields fields, string field, IEnumerable<string> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, i) in keys.Select((k, i) => (k, i)))
            if (!seen.Add(key))
            {
                var second = fields.Objects(field)[i];
                throw second.Wrong(second.LineOf("key"), $"the key \"{key}\" stands here twice");
            }
    }
}
