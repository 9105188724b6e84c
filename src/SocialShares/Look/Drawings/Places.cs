using static SocialShares.Look.Drawings.Parts;

namespace SocialShares.Look.Drawings;

/// <summary>Places that a village shares: hall with a solar roof, library, school, farm.</summary>
internal static class Places
{
    public static Sketch Hall()
    {
        var s = new Sketch(320, 200, 11);
        s.Tint((20, 124), (58, 60), (266, 60), (304, 124));
        for (var row = 0; row < 3; row++)
        for (var column = 0; column < 8; column++)
            Panel(s, row, column);
        s.Path((20, 124), (58, 60), (266, 60), (304, 124), (20, 124))
            .Line(32, 124, 32, Ground)
            .Line(292, 124, 292, Ground);
        foreach (var x in (int[])[46, 80, 222, 256])
            s.Window(x, 138, 22, 24);
        s.Box(132, 138, 58, 61).Short(161, 138, 161, Ground).Box(138, 145, 17, 26).Box(167, 145, 17, 26);
        s.Line(126, 132, 196, 132).Line(126, 138, 196, 138);
        s.Short(110, 146, 110, 150).Short(107, 146, 113, 146).Short(204, 146, 204, 150).Short(201, 146, 207, 146);
        s.Round(64, 188, 11).Round(96, 188, 11).Path((64, 188), (76, 174), (90, 174), (82, 188), (64, 188));
        s.Short(76, 174, 82, 188).Path((96, 188), (89, 170), (94, 167)).Line(73, 171, 80, 171);
        return s.Sun(32, 30, 12).Grass(Ground, 304, 309, 314);
    }

    public static Sketch Library()
    {
        var s = new Sketch(320, 200, 53);
        s.Tint((58, 70), (160, 26), (262, 70))
            .DarkBox(142, 124, 36, 74)
            .TintBox(74, 96, 50, 60)
            .TintBox(196, 96, 50, 60);
        s.Path((54, 72), (160, 24), (266, 72), (54, 72)).Line(62, 72, 62, Ground).Line(258, 72, 258, Ground);
        s.Box(92, 76, 136, 13).Lettering(106, 82.5, 11, 6, 14, 8, 12, 7, 10);
        // an open book in the gable
        s.Curve(160, 62, 152, 54, 142, 54, 136, 57).Curve(160, 62, 168, 54, 178, 54, 184, 57);
        s.Short(136, 57, 136, 45).Short(184, 57, 184, 45).Short(160, 62, 160, 50);
        s.Curve(160, 50, 152, 42, 142, 42, 136, 45).Curve(160, 50, 168, 42, 178, 42, 184, 45);
        s.Box(74, 96, 50, 60).Box(196, 96, 50, 60);
        foreach (var left in (int[])[74, 196])
        foreach (var shelf in (int[])[116, 136, 156])
            Books(s, left, shelf);
        s.Door(142, 124, 36).Short(160, 124, 160, Ground).Line(134, 118, 186, 118).Line(136, 193, 184, 193);
        s.Line(118, 172, 118, Ground).Box(98, 168, 40, 8);
        return s.Tree(30, Ground, 17, 56).Bench(272).Person(218, 172);
    }

    public static Sketch School()
    {
        var s = new Sketch(320, 200, 61);
        s.Tint((28, 104), (50, 72), (204, 72), (226, 104))
            .Dark((206, 104), (248, 58), (290, 104))
            .TintBox(60, 122, 52, 34);
        s.Path((24, 106), (50, 72), (206, 72)).Line(24, 106, 214, 106).Line(36, 106, 36, Ground);
        s.Path((200, 108), (248, 56), (296, 108), (200, 108)).Line(210, 108, 210, Ground).Line(286, 108, 286, Ground);
        s.Round(248, 90, 9).Short(248, 90, 248, 84).Short(248, 90, 253, 92).Line(248, 56, 248, 42);
        s.Path((248, 43), (262, 47), (248, 51))
            .Door(234, 140, 28)
            .Window(216, 120, 12, 24, false)
            .Window(270, 120, 12, 24, false);
        s.Window(46, 120, 46, 36).Window(104, 120, 46, 36).Window(162, 120, 36, 36);
        // paper chain of children's drawings in the windows
        s.Round(58, 130, 4).Path((68, 134), (73, 126), (78, 134), (68, 134)).Box(112, 126, 8, 8).Round(138, 130, 4);
        s.Curve(46, 116, 80, 122, 120, 112, 198, 117);
        s.Person(66, 178, 0.8).Person(90, 181, 0.7).Person(176, 178, 0.8);
        // a swing and a ball
        s.Path((110, Ground), (122, 166), (156, 166), (166, Ground))
            .Short(132, 166, 131, 188)
            .Short(146, 166, 145, 188)
            .Line(128, 188, 149, 188);
        s.Round(200, 193, 5).Short(196, 191, 204, 195);
        return s.Tree(308, Ground, 11, 40).Grass(Ground, 8, 14, 20);
    }

    public static Sketch Farm()
    {
        var s = new Sketch(320, 200, 71);
        s.Dark((150, 92), (168, 58), (214, 38), (260, 58), (278, 92))
            .Tint((34, 122), (54, 92), (130, 92), (144, 122))
            .TintBox(186, 130, 56, 68);
        // barn with a bent roof
        s.Path((144, 96), (166, 58), (214, 36), (262, 58), (284, 96))
            .Line(152, 88, 152, Ground)
            .Line(276, 88, 276, Ground);
        s.Box(186, 130, 56, 69).Short(214, 130, 214, Ground).Short(186, 130, 214, Ground).Short(242, 130, 214, Ground);
        s.Box(200, 84, 28, 26).Short(200, 84, 228, 110).Short(228, 84, 200, 110);
        for (var x = 162; x < 186; x += 8)
            s.Short(x, 120, x, Ground);
        for (var x = 250; x < 274; x += 8)
            s.Short(x, 120, x, Ground);
        // the house beside it
        s.Path((30, 124), (54, 92), (136, 92), (148, 116)).Line(30, 124, 152, 124).Line(40, 124, 40, Ground);
        s.Window(50, 134, 22, 22)
            .Window(108, 134, 22, 22)
            .Door(80, 144, 20)
            .Box(60, 74, 12, 20)
            .Curve(66, 70, 61, 62, 72, 58, 66, 48);
        // a cow looks over the fence
        s.Line(286, 180, 318, 178).Line(286, 190, 318, 189).Line(294, 172, 294, Ground).Line(312, 172, 312, Ground);
        s.TintRound(303, 164, 8, 6).Round(303, 164, 8, 6).Short(296, 160, 291, 157).Short(310, 160, 315, 157);
        s.Round(300, 166, 1).Round(306, 166, 1).Short(298, 158, 296, 154).Short(308, 158, 310, 154);
        return s.Tree(14, Ground, 12, 44).Wheat(Ground, 54, 68, 112, 126);
    }

    private static void Panel(Sketch s, int row, int column)
    {
        var (u0, u1) = (0.07 + (column * 0.1085), 0.07 + ((column + 1) * 0.1085) - 0.012);
        var (v0, v1) = (0.12 + (row * 0.27), 0.12 + ((row + 1) * 0.27) - 0.05);
        (double X, double Y)[] corners = [OnRoof(u0, v0), OnRoof(u1, v0), OnRoof(u1, v1), OnRoof(u0, v1)];
        s.Dark(corners).Path([.. corners, corners[0]]);
    }

    private static (double X, double Y) OnRoof(double u, double v)
    {
        var (left, right) = (20 + (38 * (1 - v)), 304 - (38 * (1 - v)));
        return (left + ((right - left) * u), 60 + (64 * v));
    }

    private static void Books(Sketch s, double left, double shelf)
    {
        s.Short(left, shelf, left + 50, shelf);
        foreach (var (at, tall) in ((int, int)[])[(5, 14), (10, 12), (15, 15), (24, 11), (29, 14), (38, 15), (43, 12)])
            s.Short(left + at, shelf, left + at, shelf - tall);
    }
}
