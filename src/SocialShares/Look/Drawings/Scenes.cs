namespace SocialShares.Look.Drawings;

/// <summary>Drawings that are not a house: the board at its table, the empty noticeboard, the scales.</summary>
internal static class Scenes
{
    public static Sketch Table()
    {
        var s = new Sketch(360, 170, 5);
        s.Tint((74, 116), (120, 102), (240, 102), (286, 116), (270, 138), (90, 138));
        s.Person(120, 48, 1.5).Person(180, 40, 1.55).Person(240, 48, 1.5).Round(180, 120, 108, 20);
        s.Person(52, 74, 1.7).Person(308, 74, 1.7);
        s.Path((150, 112), (176, 110), (179, 119), (151, 121), (150, 112))
            .Short(155, 115, 170, 114)
            .Short(156, 118, 168, 117);
        s.Path((196, 124), (220, 122), (223, 131), (198, 133), (196, 124)).Short(201, 126, 214, 125);
        s.Round(124, 114, 6, 3).Path((118, 114), (119, 122), (129, 122), (130, 114));
        s.Round(246, 116, 6, 3).Path((240, 116), (241, 124), (251, 124), (252, 116));
        s.Line(150, 139, 146, 168).Line(210, 139, 214, 168).Line(36, 124, 36, 168).Line(66, 128, 66, 168);
        return s.Line(294, 128, 294, 168).Line(324, 124, 324, 168).Line(36, 132, 66, 132).Line(294, 132, 324, 132);
    }

    public static Sketch Noticeboard()
    {
        var s = new Sketch(240, 160, 9);
        s.TintBox(36, 26, 168, 84).Box(34, 24, 172, 88).Box(41, 31, 158, 74).Path((22, 24), (120, 4), (218, 24));
        s.Line(52, 112, 52, 160).Line(58, 112, 58, 160).Line(182, 112, 182, 160).Line(188, 112, 188, 160);
        return s.Round(82, 50, 2.4).Round(150, 46, 2.4).Round(120, 70, 2.4).Grass(160, 20, 30, 200, 214);
    }

    public static Sketch Scales()
    {
        var s = new Sketch(120, 96, 4);
        s.Dark((14, 58), (46, 58), (38, 68), (22, 68)).Dark((74, 58), (106, 58), (98, 68), (82, 68));
        s.Line(60, 10, 60, 84).Line(26, 22, 94, 22).Round(60, 14, 4);
        foreach (var x in (int[])[30, 90])
            s.Line(x, 22, x - 16, 57)
                .Line(x, 22, x + 16, 57)
                .Line(x - 18, 57, x + 18, 57)
                .Curve(x - 17, 57, x - 14, 70, x + 14, 70, x + 17, 57);
        s.Line(40, 86, 80, 86).Line(48, 86, 52, 80).Line(72, 86, 68, 80);
        return s.Round(30, 50, 5).Round(38, 52, 4).Box(82, 46, 16, 11);
    }

    /// <summary>The letter that lies ready: for post, statements and messages that went out.</summary>
    public static Sketch Letter()
    {
        var s = new Sketch(120, 96, 13);
        s.TintBox(16, 24, 88, 56)
            .Box(14, 22, 92, 60)
            .Path((14, 22), (60, 58), (106, 22))
            .Short(14, 82, 46, 48)
            .Short(106, 82, 74, 48);
        return s.Curve(20, 90, 44, 94, 76, 86, 102, 90);
    }

    public static Sketch SpotLoaf()
    {
        var s = Spot(3).Tint((8, 48), (12, 30), (26, 20), (46, 20), (60, 30), (64, 48));
        s.Curve(8, 48, 0, 10, 72, 10, 64, 48).Line(8, 48, 64, 48);
        return s.Short(19, 24, 25, 38).Short(32, 24, 38, 38).Short(45, 24, 51, 38);
    }

    public static Sketch SpotPub()
    {
        var s = Spot(6)
            .TintBox(26, 16, 32, 26)
            .Line(12, 6, 12, 58)
            .Line(12, 10, 60, 10)
            .Short(30, 10, 30, 16)
            .Short(54, 10, 54, 16);
        s.Box(26, 16, 32, 26).Path((36, 22), (37, 36), (46, 36), (47, 22)).Curve(47, 25, 53, 25, 53, 33, 46, 33);
        return s.Line(35, 22, 48, 22).Line(6, 58, 18, 58);
    }

    public static Sketch SpotOrchard()
    {
        var s = Spot(8).Tree(34, 57, 20, 34);
        return s.Round(24, 20, 2.4).Round(40, 14, 2.4).Round(44, 28, 2.4).Line(8, 57, 62, 57);
    }

    public static Sketch SpotHydro()
    {
        var s = Spot(2).TintRound(34, 32, 18).Round(34, 32, 22).Round(34, 32, 14).Round(34, 32, 3);
        for (var a = 8; a < 368; a += 45)
        {
            var (c, d) = (Math.Cos(a * Math.PI / 180), Math.Sin(a * Math.PI / 180));
            s.Short(34 + (4 * c), 32 + (4 * d), 34 + (22 * c), 32 + (22 * d));
        }
        return s.Curve(2, 54, 14, 48, 22, 60, 36, 54).Curve(36, 54, 48, 48, 58, 60, 70, 54);
    }

    public static Sketch SpotShop()
    {
        var s = Spot(9)
            .Dark((10, 22), (16, 10), (56, 10), (62, 22))
            .Path((10, 22), (16, 10), (56, 10), (62, 22), (10, 22));
        for (var i = 0; i < 4; i++)
            s.Curve(10 + (13 * i), 22, 11 + (13 * i), 29, 22 + (13 * i), 29, 23 + (13 * i), 22);
        return s.Line(14, 26, 14, 57).Line(58, 26, 58, 57).Box(20, 34, 18, 14).Box(44, 34, 10, 23).Line(8, 57, 66, 57);
    }

    public static Sketch SpotSun() =>
        Spot(5)
            .TintRound(36, 24, 11)
            .Sun(36, 24, 11)
            .Path((12, 57), (20, 42), (60, 42), (66, 57), (12, 57))
            .Short(33, 42, 32, 57)
            .Short(47, 42, 49, 57)
            .Short(16, 49, 63, 49);

    public static Sketch SpotBook() =>
        Spot(12)
            .Tint((8, 46), (8, 18), (34, 22), (62, 18), (62, 46), (34, 52))
            .Curve(35, 52, 26, 44, 14, 44, 6, 47)
            .Curve(35, 52, 44, 44, 56, 44, 64, 47)
            .Line(6, 47, 6, 16)
            .Line(64, 47, 64, 16)
            .Curve(35, 21, 26, 13, 14, 13, 6, 16)
            .Curve(35, 21, 44, 13, 56, 13, 64, 16)
            .Line(35, 21, 35, 52)
            .Short(13, 25, 28, 27)
            .Short(13, 33, 28, 35)
            .Short(42, 27, 57, 25)
            .Short(42, 35, 57, 33);

    public static Sketch SpotTools() =>
        Spot(15)
            .DarkBox(10, 10, 22, 10)
            .Box(9, 9, 24, 12)
            .Line(19, 21, 18, 56)
            .Line(24, 21, 25, 56)
            .Line(18, 56, 25, 56)
            .TintRound(50, 16, 8)
            .Round(50, 16, 9, 9, 120, 420)
            .Line(47, 25, 45, 56)
            .Line(54, 25, 56, 56)
            .Curve(45, 56, 47, 60, 54, 60, 56, 56);

    public static Sketch SpotWheat() => Spot(18).Wheat(57, 20, 36, 52).Line(8, 57, 64, 57);

    public static Sketch SpotSchool() =>
        Spot(21)
            .Tint((12, 28), (36, 10), (60, 28))
            .Path((8, 30), (36, 8), (64, 30), (8, 30))
            .Line(14, 30, 14, 57)
            .Line(58, 30, 58, 57)
            .Box(30, 40, 12, 17)
            .Window(18, 36, 9, 10, false)
            .Window(46, 36, 9, 10, false)
            .Round(36, 21, 4)
            .Line(6, 57, 66, 57);

    private static Sketch Spot(uint seed) => new(72, 60, seed, 0.9);
}
