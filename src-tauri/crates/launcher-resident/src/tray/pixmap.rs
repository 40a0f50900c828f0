//! The icon as pixels, for where no theme has it.

use launcher_core::tray_menu::TrayIcon;

/// As drawn in `icons/tray`, in the sizes of panels.
pub(super) fn pixmaps(icon: TrayIcon) -> Vec<ksni::Icon> {
    files(icon).into_iter().filter_map(decoded).collect()
}

macro_rules! sizes {
    ($name:literal) => {
        [
            include_bytes!(concat!("../../../../../icons/tray/", $name, ".png")),
            include_bytes!(concat!("../../../../../icons/tray/", $name, "@2x.png")),
        ]
    };
}

fn files(icon: TrayIcon) -> [&'static [u8]; 2] {
    match icon {
        TrayIcon::Idle => sizes!("idle"),
        TrayIcon::Soon => sizes!("soon"),
        TrayIcon::Live => sizes!("live"),
        TrayIcon::Trouble => sizes!("trouble"),
    }
}

/// The pixels as the bus wants them: alpha first. Nothing for a file that is no
/// picture; a test reads them all.
fn decoded(file: &[u8]) -> Option<ksni::Icon> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file))
        .read_info()
        .ok()?;
    let mut data = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut data).ok()?;
    if frame.color_type != png::ColorType::Rgba || frame.bit_depth != png::BitDepth::Eight {
        return None;
    }
    for pixel in data.chunks_exact_mut(4) {
        pixel.rotate_right(1);
    }
    Some(ksni::Icon {
        width: frame.width.try_into().ok()?,
        height: frame.height.try_into().ok()?,
        data,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_picture_of_its_own_in_both_sizes() {
        let all = [
            TrayIcon::Idle,
            TrayIcon::Soon,
            TrayIcon::Live,
            TrayIcon::Trouble,
        ];
        let mut seen = Vec::new();
        for icon in all {
            let pixmaps = pixmaps(icon);
            let sizes: Vec<i32> = pixmaps.iter().map(|one| one.width).collect();
            assert_eq!(sizes, [22, 44], "{icon:?}");
            for one in pixmaps {
                assert_eq!(
                    one.data.len(),
                    4 * 22 * 22 * if one.width == 22 { 1 } else { 4 }
                );
                assert_eq!(one.data[0], 0, "corners are clear");
                assert!(!seen.contains(&one.data), "{icon:?} looks like another");
                seen.push(one.data);
            }
        }
    }
}
