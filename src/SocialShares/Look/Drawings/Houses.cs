using static SocialShares.Look.Drawings.Parts;

namespace SocialShares.Look.Drawings;

/// <summary>Houses where people come for something: shop, bakery, pub, workshop.</summary>
internal static class Houses
{
    public static Sketch Shop()
    {
        var s = new Sketch(320, 200, 7);
        s.Tint((50, 62), (84, 20), (236, 20), (270, 62)).Dark((66, 146), (72, 126), (164, 126), (170, 146));
        s.DarkBox(182, 130, 40, 68).TintBox(74, 150, 88, 38);
        s.Path((60, 62), (60, Ground)).Path((260, 62), (260, Ground));
        s.Path((48, 63), (84, 20), (236, 20), (272, 63), (48, 63));
        for (var x = 84; x < 226; x += 22)
            s.Short(x, 34, x + 9, 34);
        for (var x = 70; x < 250; x += 22)
            s.Short(x, 48, x + 9, 48);
        s.Box(208, 4, 18, 16).Line(205, 4, 229, 4).Curve(217, 0, 213, -4, 222, -6, 218, -10);
        s.Window(88, 74, 32, 28).Window(144, 74, 32, 28).Window(202, 74, 32, 28);
        s.Box(68, 108, 186, 15).Lettering(104, 115.5, 10, 6, 12, 8, 11, 5, 13, 7);
        ShopFront(s);
        s.Box(182, 130, 40, 69).Box(188, 136, 28, 30).Round(215, 174, 1.4).Box(194, 142, 16, 8);
        s.Box(230, 140, 22, 28).Short(241, 140, 241, 168).Short(230, 154, 252, 154);
        s.Line(226, 112, 236, 104).Round(238, 108, 3).Bench(274).Tree(24, Ground, 19, 62);
        return s.Path((44, Ground), (49, 172), (58, 172), (63, Ground)).Short(50, 180, 57, 180).Short(49, 186, 58, 186);
    }

    public static Sketch Bakery()
    {
        var s = new Sketch(320, 200, 31);
        s.Tint((84, 78), (160, 26), (236, 78)).DarkBox(186, 122, 36, 76).TintBox(100, 128, 70, 44);
        s.Line(92, 76, 92, Ground)
            .Line(228, 76, 228, Ground)
            .Path((80, 80), (160, 24), (240, 80))
            .Line(80, 80, 240, 80);
        s.Box(196, 22, 16, 30).Curve(204, 16, 196, 8, 212, 4, 204, -6);
        s.Round(160, 60, 10).Short(160, 50, 160, 70).Short(150, 60, 170, 60);
        s.Box(100, 94, 122, 16).Lettering(114, 102, 11, 7, 13, 9, 6, 12, 9);
        s.Box(100, 126, 70, 46).Line(100, 150, 170, 150);
        s.Loaf(105, 150, 17, 11).Loaf(126, 150, 17, 11).Loaf(147, 150, 17, 11);
        s.Round(113, 163, 6, 4).Round(130, 163, 6, 4).Round(147, 163, 6, 4).Round(161, 163, 5, 4);
        s.Box(186, 120, 36, 79).Box(192, 127, 24, 32).Round(216, 166, 1.3);
        s.Line(228, 92, 256, 92)
            .Box(238, 96, 24, 20)
            .Loaf(242, 110, 15, 8)
            .Line(242, 92, 242, 96)
            .Line(258, 92, 258, 96);
        return s.Tree(58, Ground, 15, 50).Wheat(Ground, 262, 276, 290);
    }

    public static Sketch Pub()
    {
        var s = new Sketch(320, 200, 43);
        s.Tint((44, 84), (70, 40), (222, 40), (248, 84)).DarkBox(130, 134, 34, 64).DarkBox(56, 120, 180, 11);
        s.Line(54, 84, 54, Ground).Line(238, 84, 238, Ground).Path((42, 86), (70, 40), (222, 40), (250, 86), (42, 86));
        s.Box(84, 22, 16, 26).Line(81, 22, 103, 22).Curve(92, 17, 86, 10, 99, 6, 93, -4);
        s.Box(192, 26, 14, 20).Line(189, 26, 209, 26);
        s.Window(68, 92, 28, 22).Window(132, 92, 28, 22).Window(196, 92, 28, 22);
        s.Box(56, 119, 180, 13).Lettering(92, 125.5, 12, 7, 14, 9, 12, 6, 13);
        s.Box(66, 140, 52, 36).Short(66, 152, 118, 152);
        for (var x = 79; x < 118; x += 13)
            s.Short(x, 140, x, 176);
        s.Box(176, 140, 50, 36).Short(176, 152, 226, 152);
        for (var x = 189; x < 226; x += 13)
            s.Short(x, 140, x, 176);
        s.Door(130, 134, 34).Short(147, 134, 147, Ground);
        s.Line(282, 66, 282, Ground).Line(278, Ground, 286, Ground).Line(262, 70, 298, 70);
        s.TintBox(264, 78, 32, 30).Box(264, 78, 32, 30).Short(270, 70, 270, 78).Short(290, 70, 290, 78);
        s.Path((274, 85), (275, 101), (285, 101), (286, 85))
            .Short(272, 85, 288, 85)
            .Curve(286, 88, 292, 88, 292, 96, 285, 97);
        s.Round(26, 190, 12, 9).Short(14, 190, 38, 190).Short(17, 184, 35, 184).Grass(Ground, 252, 300, 306);
        return s.Round(100, 187, 7, 12)
            .Short(93, 187, 107, 187)
            .Line(72, 186, 92, 186)
            .Short(76, 186, 76, Ground)
            .Short(88, 186, 88, Ground);
    }

    public static Sketch Workshop()
    {
        var s = new Sketch(320, 200, 23);
        s.Tint((36, 92), (52, 66), (222, 66), (232, 92)).TintBox(232, 40, 42, 40);
        foreach (var x in (int[])[54, 140])
            s.Dark((x, 199), (x, 140), (x + 10, 122), (x + 34, 114), (x + 58, 122), (x + 68, 140), (x + 68, 199));
        s.Line(40, 92, 40, Ground).Path((34, 92), (52, 66), (230, 66)).Line(34, 92, 232, 92);
        s.Path((232, Ground), (232, 34), (276, 34), (276, Ground)).Path((226, 34), (254, 10), (282, 34), (226, 34));
        s.Line(254, 10, 254, 0).Path((254, 1), (266, 4), (254, 8));
        s.Round(254, 56, 11).Short(254, 56, 254, 48).Short(254, 56, 260, 58);
        s.Window(244, 84, 20, 30).Window(244, 132, 20, 30);
        foreach (var x in (int[])[54, 140])
        {
            s.Line(x, Ground, x, 140)
                .Line(x + 68, Ground, x + 68, 140)
                .Curve(x, 140, x + 4, 106, x + 64, 106, x + 68, 140);
            s.Short(x + 34, 114, x + 34, Ground).Box(x + 7, 146, 20, 22).Box(x + 41, 146, 20, 22);
            s.Short(x + 7, 180, x + 27, 180).Short(x + 41, 180, x + 61, 180);
        }
        s.Box(84, 72, 96, 13).Lettering(96, 78.5, 9, 13, 7, 11, 8, 8);
        s.Person(300, 158).Line(286, 184, 316, 184).Line(288, 184, 288, Ground).Line(314, 184, 314, Ground);
        return s.Short(302, 180, 309, 172).Tree(14, Ground, 11, 40);
    }

    private static void ShopFront(Sketch s)
    {
        s.Path((72, 126), (164, 126), (170, 146), (66, 146), (72, 126));
        for (var i = 0; i < 8; i++)
        {
            var x = 66 + (13 * i);
            s.Curve(x, 146, x + 1, 153, x + 12, 153, x + 13, 146);
            if (i > 0)
                s.Short(72 + (11.5 * i), 126, x, 146);
        }
        s.Box(74, 152, 88, 36).Short(118, 152, 118, 188).Short(74, 172, 162, 172);
        s.Loaf(79, 172, 16, 9).Loaf(98, 172, 15, 8).Round(128, 166, 5, 6).Round(139, 167, 5, 5).Round(150, 166, 5, 6);
        s.Box(80, 178, 13, 10).Box(97, 180, 13, 8).Box(124, 178, 12, 10);
        s.Line(142, 188, 142, 177).Line(147, 188, 147, 179).Line(152, 188, 152, 177);
    }
}
